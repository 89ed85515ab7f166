/**
 * A sentence in which codes stay in one piece: a location that breaks after a hyphen is read wrong at arm's length. What
 * is longer than any code of ours may break anywhere.
 */
export function Said({ said }: { readonly said: string }) {
  return (
    <>
      {said.split(codes).map((part, index) =>
        // Every second part is a code; they have no name of their own and never move among each other.
        index % 2 === 1 ? (
          <span class="code" key={index}>
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}

/** Letters and digits with hyphens in between. */
const codes = /(?<=^|[\s„“"(])([\p{L}\d]{1,8}(?:-[\p{L}\d]{1,8}){1,5})(?=$|[\s„“").,:;?])/u;
