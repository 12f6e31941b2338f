/** The name a company field has for good in records, files and addresses, proposed from what people call it. */
import type { CompanyOption } from './companyFields'
import type { CompanyKey } from './records/companyField'

const LONGEST = 40

/** Words become one word with capitals inside: `wheel diameter` → `wheelDiameter`. */
function joinedWords(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .split(/[^A-Za-z0-9]+/u)
    .filter((word) => word !== '')
  return words
    .map((word, at) =>
      at === 0 ? word.charAt(0).toLowerCase() + word.slice(1) : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join('')
    .slice(0, LONGEST)
}

/**
 * @param pinyin the Chinese label in Latin letters, a blank between syllables; used where there is no English one
 * @param taken  keys that are in use on the same kind of record
 */
export function proposedCompanyKey(en: string, pinyin: string, taken: ReadonlySet<string>): CompanyKey {
  const word = joinedWords(en) || joinedWords(pinyin) || 'field'
  for (let count = 1; ; count += 1) {
    const key: CompanyKey = `x_${word}${count === 1 ? '' : count}`
    if (!taken.has(key)) return key
  }
}

/** Options with the codes they are stored by: those that have one keep it, new ones get one from their label. */
export function withOptionCodes(options: readonly CompanyOption[]): readonly CompanyOption[] {
  const taken = new Set(options.map(({ code }) => code))
  return options.map((option) => {
    if (option.code !== '') return option
    const word = joinedWords(option.en) || 'option'
    let code = word
    for (let count = 2; taken.has(code); count += 1) code = `${word}${count}`
    taken.add(code)
    return { ...option, code }
  })
}
