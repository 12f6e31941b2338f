/** The codes in force: the built-in lists with what the company added, renamed or switched off. */
import { BUILT_IN_CODES, CODE_LIST_NAMES, type Code } from './codeLists'
import type { CodeListName } from './codeListName'
import type { CodeItem } from './records/codeItem'

export interface CodeInForce extends Code {
  readonly isActive: boolean
  readonly isOwn: boolean
  /** Words of files that mean it, beside its own. */
  readonly synonyms: string
  /** The code it was merged into; empty where it stands for itself. */
  readonly mergedInto: string
}

export type CodeBook = Readonly<Record<CodeListName, readonly CodeInForce[]>>

export function codeBook(items: readonly CodeItem[]): CodeBook {
  const entries = CODE_LIST_NAMES.map((list): [CodeListName, readonly CodeInForce[]] => {
    const own = items.filter((item) => item.list === list && item.code !== undefined)
    const ownByCode = new Map(own.map((item) => [item.code ?? '', item]))
    const builtIn = BUILT_IN_CODES[list].map((code): CodeInForce => {
      const changed = ownByCode.get(code.code)
      return {
        ...code,
        zh: changed?.zh ?? code.zh,
        en: changed?.en ?? code.en,
        isActive: changed?.active !== false,
        isOwn: false,
        synonyms: changed?.synonyms ?? '',
        mergedInto: changed?.mergedInto ?? '',
      }
    })
    const known = new Set(builtIn.map((code) => code.code))
    const added = own
      .filter((item) => !known.has(item.code ?? ''))
      .map((item): CodeInForce => ({
        list,
        code: item.code ?? '',
        zh: item.zh ?? item.code ?? '',
        en: item.en ?? item.zh ?? item.code ?? '',
        isActive: item.active !== false,
        isOwn: true,
        synonyms: item.synonyms ?? '',
        mergedInto: item.mergedInto ?? '',
      }))
    return [list, inOrder([...builtIn, ...added], ownByCode)]
  })
  return Object.fromEntries(entries) as Record<CodeListName, readonly CodeInForce[]>
}

/** As the company put them; what it gave no place stays where the list has it. */
function inOrder(codes: readonly CodeInForce[], own: ReadonlyMap<string, CodeItem>): readonly CodeInForce[] {
  const placeOf = ({ code }: CodeInForce, at: number): number => own.get(code)?.order ?? at
  return codes
    .map((code, at) => ({ code, place: placeOf(code, at) }))
    .sort((a, b) => a.place - b.place)
    .map(({ code }) => code)
}

/** The label of a stored code; a code no list knows is shown as it is. */
export const codeLabel = (book: CodeBook, list: CodeListName, code: string, language: 'zh' | 'en'): string =>
  book[list].find((known) => known.code === code)?.[language] ?? code
