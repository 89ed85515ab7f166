/** The longer side of a photo as it is sent: enough to read a label on it. */
const longestSide = 1600;
const quality = 0.8;
const type = 'image/jpeg';

/** A photo as a JPEG of a few hundred kilobytes, upright; null where the file is no picture. */
export async function shrunkPhoto(
  file: Blob,
): Promise<{ readonly type: string; readonly content: ArrayBuffer } | null> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (!picture) return null;
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  return made && { type, content: await made.arrayBuffer() };
}
