/** Why a step of custody cannot be recorded, in words. */
import { keepersOfCustody, type CustodyRefusal } from '../domain/custody'
import { useText } from '../ui/LanguageContext'

export function useRefusalText() {
  const { t } = useText()
  return (refusal: CustodyRefusal): string =>
    refusal === 'role'
      ? `${t.custodyRefusal('role')}${t.colon}${keepersOfCustody().map(t.roleName).join(t.listComma)}`
      : t.custodyRefusal(refusal)
}
