/** Oblique lines to fill a shape with, where colour alone must not tell it from its neighbours. */
export function Hatch({ id, colour }: { readonly id: string; readonly colour: string }) {
  return (
    <defs>
      <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={2} height={6} style={{ fill: colour }} />
      </pattern>
    </defs>
  )
}
