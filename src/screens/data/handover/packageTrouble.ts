import type { Messages } from '../../../i18n/messages'
import { formatCount } from '../../../i18n/format'
import type { Language } from '../../../i18n/translation'
import type { PackageTrouble } from '../../../workers/packageAnswers'

/** What is wrong with a package and what to do about it, in one sentence. */
export function packageTroubleInWords(trouble: PackageTrouble, t: Messages, language: Language): string {
  switch (trouble.kind) {
    case 'refused':
      return t[trouble.problem](trouble.where)
    case 'older':
      return t[trouble.problem](trouble.where)
    case 'same-device':
      return (
        t.takeInSameDevice(trouble.code, formatCount(trouble.number, language)) + sameDeviceRemedy(trouble.parting, t)
      )
    case 'key':
      return { new: t.takeInKeyNew, other: t.takeInKeyOther, revoked: t.takeInKeyRevoked }[trouble.state]
    case 'not-permitted':
      return t.takeInNotPermitted
  }
}

/** Where nothing can be done with this file here, it is said where and with what. */
function sameDeviceRemedy(parting: { readonly isSure: boolean } | null, t: Messages): string {
  if (parting === null) return ` ${t.takeInSameElsewhere}`
  return parting.isSure ? '' : ` ${t.takeInPartedUnsure}`
}
