/** A text with the words underlined in which it differs from another one. */
import { useMemo } from 'react'
import { textDifference } from '../../../domain/textDifference'

export function MarkedText({ text, other }: { readonly text: string; readonly other: string }) {
  const { left } = useMemo(() => textDifference(text, other), [text, other])
  return (
    <>
      {left.map((part) =>
        part.isShared ? (
          part.text
        ) : (
          <mark key={part.from} className="conflict-differs">
            {part.text}
          </mark>
        ),
      )}
    </>
  )
}
