/** What a choice of a rule is called. */
import { alertRuleFields } from '../../domain/records/alertRule'
import { useText } from '../../ui/LanguageContext'

export function useChoiceLabel(): (field: 'what' | 'each' | 'weight', value: string | undefined) => string {
  const { language } = useText()
  return (field, value) => alertRuleFields[field].choices?.find((choice) => choice.value === value)?.[language] ?? ''
}
