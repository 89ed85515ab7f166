import type { PageProps } from '../ui/page.ts';

export default function PracticeScreen(_props: PageProps) {
  return null;
}
