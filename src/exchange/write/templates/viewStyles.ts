/** The looks of a workbook's cells, roughly: what a person needs to recognise their own form. */
import { SSF } from 'xlsx'
import { INDEXED_COLOURS } from '../../open/indexedColours'
import { attributeOf, plain } from './sheetRows'

export interface ViewStyle {
  readonly bold?: boolean
  /** `#rrggbb` */
  readonly fill?: string
  readonly ink?: string
  readonly points?: number
  readonly align?: 'left' | 'center' | 'right'
  readonly upright?: 'top' | 'middle' | 'bottom'
  readonly wraps?: boolean
  readonly hasBorder?: boolean
  readonly format?: string
}

/** A theme lists dark before light, colours name light before dark. */
const THEME_ORDER = [1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11]

export function viewStyles(xml: string, theme: string): readonly ViewStyle[] {
  const themed = [
    ...(/<a:clrScheme\b[\s\S]*?<\/a:clrScheme>/.exec(theme)?.[0] ?? '').matchAll(
      /<a:(?:srgbClr val|sysClr\b[^>]*lastClr)="([\dA-Fa-f]{6})"/g,
    ),
  ].map(([, hex = '']) => `#${hex.toLowerCase()}`)
  const colour = (tag: string | undefined): string | undefined => {
    if (tag === undefined) return undefined
    const rgb = attributeOf(tag, 'rgb')
    if (rgb !== undefined && /^[\dA-Fa-f]{6,8}$/.test(rgb)) return `#${rgb.slice(-6).toLowerCase()}`
    const number = attributeOf(tag, 'theme')
    if (number !== undefined)
      return tinted(themed[THEME_ORDER[Number(number)] ?? 0], Number(attributeOf(tag, 'tint') ?? 0))
    const index = attributeOf(tag, 'indexed')
    return index === undefined ? undefined : INDEXED_COLOURS[Number(index) < 8 ? Number(index) : Number(index) - 8]
  }
  const inside = (list: string, item: string): readonly string[] =>
    [
      ...(new RegExp(`<${list}\\b[\\s\\S]*?</${list}>`).exec(xml)?.[0] ?? '').matchAll(
        new RegExp(`<${item}\\b[^>]*?(?:/>|>[\\s\\S]*?</${item}>)`, 'g'),
      ),
    ].map(([whole]) => whole)
  const isOn = (tag: RegExpExecArray | null): boolean => tag !== null && !/val="(?:0|false)"/.test(tag[0])
  const fonts = inside('fonts', 'font').map((font) => ({
    bold: isOn(/<b\b[^>]*>/.exec(font)),
    points: Number(/<sz\b[^>]*val="([\d.]+)"/.exec(font)?.[1] ?? 11),
    ink: colour(/<color\b([^>]*)>/.exec(font)?.[1]),
  }))
  const fills = inside('fills', 'fill').map((fill) =>
    /patternType="(?:none|gray125)"/.test(fill) ? undefined : colour(/<fgColor\b([^>]*)>/.exec(fill)?.[1]),
  )
  const borders = inside('borders', 'border').map((border) => /style="(?!none)/.test(border))
  const own = new Map(
    inside('numFmts', 'numFmt').map((tag) => [
      attributeOf(tag, 'numFmtId') ?? '',
      plain(attributeOf(tag, 'formatCode') ?? 'General'),
    ]),
  )
  const builtIn = SSF.get_table() as Readonly<Record<string, string>>
  return inside('cellXfs', 'xf').map((look): ViewStyle => {
    const attributes = /^<xf\b([^>]*)/.exec(look)?.[1] ?? ''
    const alignment = /<alignment\b([^>]*)>/.exec(look)?.[1] ?? ''
    const font = fonts[Number(attributeOf(attributes, 'fontId') ?? 0)]
    const fill = fills[Number(attributeOf(attributes, 'fillId') ?? 0)]
    const align = attributeOf(alignment, 'horizontal')
    const upright = { top: 'top', center: 'middle', bottom: 'bottom' }[attributeOf(alignment, 'vertical') ?? '']
    const format = attributeOf(attributes, 'numFmtId') ?? '0'
    return {
      ...(font?.bold === true ? { bold: true } : {}),
      ...(font === undefined ? {} : { points: font.points }),
      ...(font?.ink === undefined || font.ink === '#000000' ? {} : { ink: font.ink }),
      ...(fill === undefined || fill === '#ffffff' ? {} : { fill }),
      ...(align === 'left' || align === 'center' || align === 'right'
        ? { align }
        : align === 'centerContinuous'
          ? { align: 'center' as const }
          : {}),
      ...(upright === undefined ? {} : { upright: upright as 'top' | 'middle' | 'bottom' }),
      ...(/wrapText="(?:1|true)"/.test(alignment) ? { wraps: true } : {}),
      ...(borders[Number(attributeOf(attributes, 'borderId') ?? 0)] === true ? { hasBorder: true } : {}),
      format: own.get(format) ?? builtIn[format] ?? 'General',
    }
  })
}

/** Positive tints go to white, negative ones to black. */
function tinted(hex: string | undefined, tint: number): string | undefined {
  if (hex === undefined || tint === 0) return hex
  const part = (at: number): string => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16)
    return Math.round(tint > 0 ? value + (255 - value) * tint : value * (1 + tint))
      .toString(16)
      .padStart(2, '0')
  }
  return `#${part(1)}${part(3)}${part(5)}`
}
