/** Old .xls files name a Windows code page; the browser already knows the East Asian ones. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  10008: 'gbk',
  54936: 'gb18030',
  65001: 'utf-8',
}

export const isKnownPage = (page: number): boolean => page in CODE_PAGES

export const decodePage = (page: number, bytes: Uint8Array): string =>
  new TextDecoder(CODE_PAGES[page] ?? 'windows-1252').decode(bytes)
