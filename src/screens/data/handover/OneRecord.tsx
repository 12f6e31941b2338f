/** The one failure, train or depot that is handed over by itself, found by number or name. */
import { useId } from 'react'
import { RefField } from '../../../panels/RefField'
import { useEngine } from '../../../panels/useEngine'
import { Combobox } from '../../../ui/Combobox'
import { useText } from '../../../ui/LanguageContext'
import type { ComboOption, Find } from '../../../ui/useOptions'
import { engine } from '../../../workers/engineClient'

export const ONE_KINDS = ['failure', 'train', 'depot'] as const
export type OneKind = (typeof ONE_KINDS)[number]

export interface One {
  readonly kind: OneKind
  readonly id: string
  /** What people call it; it stands in the package. */
  readonly label: string
}

interface Props {
  readonly kind: OneKind
  readonly chosen: One | null
  readonly onChoose: (one: One | null) => void
}

const FOUND = 8

export function OneRecord({ kind, chosen, onChoose }: Props) {
  const { t } = useText()
  const id = useId()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  if (kind === 'failure') return <OneFailure chosen={chosen} onChoose={onChoose} />
  const table = kind === 'train' ? 'trains' : 'parties'
  const label = t.handOverOneKind(kind)
  return (
    <RefField
      table={table}
      field={{ kind: 'ref', to: table, zh: label, en: label }}
      id={id}
      kind={kind === 'depot' ? 'depot' : ''}
      value={chosen?.id}
      canAdd={false}
      onChange={(value) =>
        onChoose(typeof value === 'string' && value !== '' ? { kind, id: value, label: names?.[value] ?? value } : null)
      }
    />
  )
}

function OneFailure({ chosen, onChoose }: Omit<Props, 'kind'>) {
  const { t, language } = useText()
  const id = useId()
  const find: Find = async (typed) => {
    const query = {
      language,
      filters: [],
      search: typed,
      sorting: [{ field: 'occurredAt', descending: true }],
    } as const
    const { rows } = await engine().page(query, 0, FOUND, ['no', 'occurredAt', 'trainId', 'description'])
    return rows.map(({ id, labels }): ComboOption => ({
      id,
      label: labels['no'] === '' || labels['no'] === undefined ? t.noNumber : labels['no'],
      detail: [labels['occurredAt'], labels['trainId'], labels['description']].filter(Boolean).join(' · '),
    }))
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {t.handOverOneKind('failure')}
      </label>
      <Combobox
        id={id}
        chosen={chosen?.label ?? ''}
        chosenId={chosen?.id}
        placeholder={t.handOverFindFailure}
        emptyText={t.masterPickerNone}
        find={find}
        onChoose={(option) =>
          onChoose(option === null ? null : { kind: 'failure', id: option.id, label: option.label })
        }
      />
    </div>
  )
}
