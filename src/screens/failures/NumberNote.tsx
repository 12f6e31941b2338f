/** Where the number of a failure comes from, and which other one finds it. */
import { deviceOfNumber } from '../../domain/recordNumber'
import type { CaseFile } from '../../domain/workflow/caseFile'
import { useText } from '../../ui/LanguageContext'

export function NumberNote({ failure: { no = '', formerNo } }: { readonly failure: CaseFile['failure'] }) {
  const { t } = useText()
  const device = deviceOfNumber(no)
  const words = [
    ...(device === null ? [] : [t.numberProvisional(device)]),
    ...(formerNo === undefined ? [] : [t.numberFormer(formerNo)]),
  ]
  return words.length === 0 ? null : <span className="small muted">{words.join(' · ')}</span>
}
