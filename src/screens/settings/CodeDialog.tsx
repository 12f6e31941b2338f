/** Renames a code and says which other words mean it; the code itself stays what records hold. */
import type { CodeInForce } from '../../domain/codeBook'
import type { CodeListName } from '../../domain/codeListName'
import { codeItemFields, type CodeItem } from '../../domain/records/codeItem'
import { RecordDialog } from '../../panels/RecordDialog'
import { usePerson } from '../../panels/usePerson'
import { saveCodeItem } from '../../store/codeItems'
import { useText } from '../../ui/LanguageContext'

interface Props {
  readonly list: CodeListName
  readonly known: CodeInForce
  readonly onClose: () => void
}

export function CodeDialog({ list, known, onClose }: Props) {
  const { t } = useText()
  const person = usePerson()
  const { code, zh, en, synonyms, isActive } = known
  return (
    <RecordDialog<CodeItem>
      title={t.codeEditTitle(code)}
      form={`code:${list}:${code}`}
      label={{ about: code, href: `/settings?list=${list}#codes` }}
      table="codeItems"
      fields={codeItemFields}
      names={['zh', 'en', 'synonyms']}
      record={{ zh, en, ...(synonyms === '' ? {} : { synonyms }) }}
      multiline={['synonyms']}
      check={async (record) =>
        (record.zh ?? '').trim() === '' || (record.en ?? '').trim() === ''
          ? [{ text: t.codeNeedsNames, weight: 'refused' }]
          : [{ text: t.codeSynonymsHint, weight: 'noted' }]
      }
      onSave={(patch) => saveCodeItem({ list, code, zh, en, active: isActive, ...(patch as CodeItem) }, person)}
      onClose={onClose}
    />
  )
}
