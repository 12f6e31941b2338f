import { useEffect, useState } from 'react'

/** Shows at once what was pressed; the plan follows when it is worked out. */
export function TakeBox({
  isTaken,
  onTake,
}: {
  readonly isTaken: boolean
  readonly onTake: (isTaken: boolean) => void
}) {
  const [pressed, setPressed] = useState(isTaken)
  useEffect(() => setPressed(isTaken), [isTaken])
  return (
    <input
      type="checkbox"
      checked={pressed}
      onChange={(event) => {
        setPressed(event.target.checked)
        onTake(event.target.checked)
      }}
    />
  )
}
