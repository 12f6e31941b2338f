/** A part out of the list; words that name none are kept in the form and cannot be saved. */
import { useState } from 'react'
import type { Field } from '../domain/records/field'
import { isUnread } from '../domain/typedValue'
import { useText } from '../ui/LanguageContext'
import { NodePicker } from './NodePicker'
import { unreadInWords } from './unreadInWords'
export function NodeField({
  field,
  id,
  value,
  onChange,
  required = false,
}: {
  readonly field: Field
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly required?: boolean
}) {
  const { t, language } = useText()
  const unread = isUnread(value) ? value : null
  const [isTyping, setTyping] = useState(false)
  const problem = unread === null || isTyping ? null : unreadInWords(unread, t, language)
  return (
    <div
      className={problem === null ? 'field' : 'field has-problem'}
      onFocus={() => setTyping(true)}
      onBlur={() => setTyping(false)}
    >
      <label className={required ? 'field-label is-required' : 'field-label'} htmlFor={id}>
        {field[language]}
      </label>
      <NodePicker
        id={id}
        nodeId={typeof value === 'string' ? value : undefined}
        words={unread?.unread}
        invalid={problem !== null}
        describedBy={problem === null ? undefined : `${id}-problem`}
        onChoose={onChange}
        onWords={(typed) => onChange(typed === '' ? undefined : { unread: typed, why: 'not-in-the-list' })}
      />
      {problem === null ? null : (
        <p id={`${id}-problem`} className="field-problem">
          {problem}
        </p>
      )}
    </div>
  )
}
