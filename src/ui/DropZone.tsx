/** A place where files are dropped, or chosen with its button. */
import { FileSpreadsheet } from 'lucide-react'
import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import './dropZone.css'

interface Props {
  /** What the button says, and the field it opens. */
  readonly choose: string
  /** Endings of the files that are offered: `.xlsx,.xls`. */
  readonly accept: string
  readonly isMultiple?: boolean
  readonly isBusy?: boolean
  readonly onFiles: (files: readonly File[]) => void
  /** What may be dropped. */
  readonly children: ReactNode
}

export function DropZone({ choose, accept, isMultiple = false, isBusy = false, onFiles, children }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const onDragOver = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(true)
  }
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(false)
    onFiles([...event.dataTransfer.files])
  }
  return (
    <div
      className={isOver ? 'drop is-over' : 'drop'}
      onDragOver={onDragOver}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
      aria-busy={isBusy}
    >
      <FileSpreadsheet size={36} aria-hidden />
      {children}
      <button type="button" className="button primary" onClick={() => input.current?.click()}>
        {choose}
      </button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        multiple={isMultiple}
        accept={accept}
        tabIndex={-1}
        aria-label={choose}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </div>
  )
}
