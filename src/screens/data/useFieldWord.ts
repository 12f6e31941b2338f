/** What the meaning of a column is called: that of a company field by its label, any other by its own words. */
import { companyFieldsOfTable } from '../../domain/companyFields'
import { wordsOfImports } from '../../i18n/importWords'
import { useCompanyFields } from '../../panels/useCompanyFields'
import { useText } from '../../ui/LanguageContext'

export function useFieldWord(): (field: string) => string {
  const { language } = useText()
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')
  const words = wordsOfImports(language)
  return (field) => company[field]?.[language] ?? words.canonicalField(field)
}
