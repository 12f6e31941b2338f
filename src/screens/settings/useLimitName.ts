/** What a limit is the limit of, in words; `path` and `priority` name the parts. */
import { FIELDS_OF_TABLE } from '../../domain/records/tables'
import type { LimitKey } from '../../domain/workflow/timeLimits'
import { useCodes } from '../../panels/useCodes'
import { useText } from '../../ui/LanguageContext'

export function useLimitName() {
  const { t, language } = useText()
  const { label } = useCodes()
  const path = (value: string): string =>
    FIELDS_OF_TABLE.failures['path']?.choices?.find((choice) => choice.value === value)?.[language] ?? value
  const priority = (value: string): string => label('CL-PRIO', value)
  const nameOf = (key: LimitKey): string => {
    const [state = '', part] = key.split('.')
    return [
      label('CL-STATE', state),
      ...(part === undefined ? [] : [part.startsWith('P') ? priority(part) : path(part)]),
    ].join(t.slash)
  }
  return Object.assign(nameOf, { path, priority })
}
