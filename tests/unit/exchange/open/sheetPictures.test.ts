/** Pictures over the cells of a ledger become attachments of the failure they lie on. */
import { readFileSync } from 'node:fs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { planPictures } from '../../../../src/exchange/plan/planPictures'
import { sheetPictures } from '../../../../src/exchange/open/sheetPictures'
import { aWorkbook, firstSheet } from '../aWorkbook'

const HEADER = ['故障编号', '车型', '车号', '部件名称', '故障现象', '发生时间']
const ROWS = [
  ['GZ-1', 'CRH5G', '5142', '中继阀', '漏风', '2016-03-05'],
  ['GZ-2', 'CRH5G', '5143', '中继阀', '异音', '2016-03-06'],
  ['GZ-3', 'CRH5G', '5144', '中继阀', '卡滞', '2016-03-07'],
]
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
const JPG = Uint8Array.from([0xff, 0xd8, 0xff, 9])

const anchor = (row: number, id: string): string =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>7</xdr:col><xdr:row>${row}</xdr:row></xdr:to><xdr:pic><xdr:blipFill><a:blip r:embed="${id}"/></xdr:blipFill></xdr:pic></xdr:twoCellAnchor>`
const links = (targets: Readonly<Record<string, string>>): Uint8Array =>
  strToU8(
    `<Relationships xmlns="x">${Object.entries(targets)
      .map(([id, target]) => `<Relationship Id="${id}" Type="image" Target="${target}"/>`)
      .join('')}</Relationships>`,
  )

/** A ledger with a logo above its header, a photo on the second failure and one a little below the third. */
function pictured(): Uint8Array {
  const parts = unzipSync(aWorkbook({ 台账: [['公司'], HEADER, ...ROWS] }))
  return zipSync({
    ...parts,
    'xl/worksheets/_rels/sheet1.xml.rels': links({ rId1: '../drawings/drawing1.xml' }),
    'xl/drawings/drawing1.xml': strToU8(
      `<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:r="r">${anchor(1, 'rId1')}${anchor(4, 'rId2')}${anchor(7, 'rId1')}</xdr:wsDr>`,
    ),
    'xl/drawings/_rels/drawing1.xml.rels': links({ rId1: '../media/image1.png', rId2: '../media/image2.jpeg' }),
    'xl/media/image1.png': PNG,
    'xl/media/image2.jpeg': JPG,
  })
}

test('every picture is found with its sheet, row, type and bytes', () => {
  expect(sheetPictures(pictured())).toEqual([
    { sheet: '台账', row: 1, name: 'image1.png', mime: 'image/png', bytes: PNG },
    { sheet: '台账', row: 4, name: 'image2.jpeg', mime: 'image/jpeg', bytes: JPG },
    { sheet: '台账', row: 7, name: 'image1.png', mime: 'image/png', bytes: PNG },
  ])
  expect(sheetPictures(aWorkbook({ 台账: [HEADER, ...ROWS] }))).toEqual([])
  expect(sheetPictures(strToU8('no workbook'))).toEqual([])
})

test('a picture that a cell shows is found by its name', () => {
  const parts = unzipSync(aWorkbook({ 台账: [HEADER, ...ROWS] }))
  const sheet = new TextDecoder()
    .decode(parts['xl/worksheets/sheet1.xml'])
    .replace(
      '</sheetData>',
      '<row r="9"><c r="G9" t="str"><f>_xlfn.DISPIMG(&quot;ID_AB12&quot;,1)</f><v>=DISPIMG(&quot;ID_AB12&quot;,1)</v></c></row></sheetData>',
    )
  const bytes = zipSync({
    ...parts,
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    'xl/cellimages.xml': strToU8(
      '<etc:cellImages xmlns:etc="e" xmlns:xdr="x" xmlns:a="a" xmlns:r="r"><etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="ID_AB12"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill></xdr:pic></etc:cellImage></etc:cellImages>',
    ),
    'xl/_rels/cellimages.xml.rels': links({ rId1: 'media/image1.png' }),
    'xl/media/image1.png': PNG,
  })
  expect(sheetPictures(bytes)).toEqual([{ sheet: '台账', row: 9, name: 'image1.png', mime: 'image/png', bytes: PNG }])
})

test('each belongs to the failure it lies on; a logo belongs to none, and what is there already is not added', () => {
  const sheet = firstSheet(pictured())
  const pictures = sheetPictures(pictured()).map((picture) => ({ ...picture, sha256: picture.name }))
  const failureOfRow = new Map([
    ['0|3', 'one'],
    ['0|4', 'two'],
    ['0|5', 'three'],
  ])
  let id = 0
  const plan = (known: string) =>
    planPictures(
      [{ number: 0, sheet, pictures }],
      failureOfRow,
      (owner, sha256) => `${owner}|${sha256}` === known,
      () => `id-${(id += 1)}`,
    )
  expect(plan('').attachments.map(({ ownerId, name }) => [ownerId, name])).toEqual([
    ['two', 'image2.jpeg'],
    ['three', 'image1.png'],
  ])
  expect(plan('').unmatchedPictures).toBe(1)
  expect(plan('two|image2.jpeg').attachments.map(({ ownerId }) => ownerId)).toEqual(['three'])
})

test('in an old .xls too, where two pictures stand in a group over two failures', () => {
  const bytes = new Uint8Array(readFileSync('fixtures/xls/pictures.xls'))
  const pictures = sheetPictures(bytes).map((picture) => ({ ...picture, sha256: picture.name }))
  const failureOfRow = new Map([
    ['0|2', 'one'],
    ['0|3', 'two'],
    ['0|4', 'three'],
  ])
  let id = 0
  const { attachments, unmatchedPictures } = planPictures(
    [{ number: 0, sheet: firstSheet(bytes), pictures }],
    failureOfRow,
    () => false,
    () => `id-${(id += 1)}`,
  )
  expect(attachments.map(({ ownerId, mime }) => [ownerId, mime])).toEqual([
    ['one', 'image/png'],
    ['three', 'image/jpeg'],
  ])
  expect(unmatchedPictures).toBe(0)
})
