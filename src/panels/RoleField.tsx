/** The role a person has in the company, in its words. */
import { partyFields } from '../domain/records/party'
import { useText } from '../ui/LanguageContext'
import { RoleChoice } from './RoleChoice'

interface Props {
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

export function RoleField(props: Props) {
  const { language } = useText()
  return <RoleChoice {...props} label={partyFields.role[language]} />
}
