/** The company's own templates, as they are stored. */
import { useLiveQuery } from 'dexie-react-hooks'
import { storedTemplate, type OwnTemplate, type TemplateUse } from '../exchange/templates/ownTemplate'
import { settingsUnder } from '../store/codeItems'

const UNDER = 'template:'

export const templateSetting = (id: string): string => UNDER + id

export function useTemplates(use?: TemplateUse): readonly OwnTemplate[] {
  const stored = useLiveQuery(() => settingsUnder(UNDER), [])
  return (stored ?? []).flatMap(({ name, value }) => storedTemplate(name.slice(UNDER.length), value) ?? []).filter((template) => use === undefined || template.use === use)
}
