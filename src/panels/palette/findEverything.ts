/** What a person may mean by a few letters: a screen, a failure, a part, a train, a serial, a problem. */
import { conflictsHref } from '../useConflicts'
import { plainText } from '../../domain/plainText'
import type { Messages } from '../../i18n/messages'
import type { Language } from '../../i18n/translation'
import { allProblems } from '../../store/caseFiles'
import { savedViews } from '../../store/savedViews'
import { serialsLike } from '../../store/serialsLike'
import { engine } from '../../workers/engineClient'

/** In the order they are shown: what has a name first, texts that merely contain it last. */
export const GROUPS = ['screen', 'view', 'node', 'train', 'serial', 'problem', 'failure'] as const
export type Group = (typeof GROUPS)[number]

export interface Place {
  readonly group: Group
  readonly label: string
  readonly detail: string
  readonly href: string
}

const OF_EACH = 6
/** Fewer letters of a serial fit half the fleet. */
const FEWEST_OF_SERIAL = 3

export function screens(t: Messages): readonly Place[] {
  const one = (label: string, href: string): Place => ({ group: 'screen', label, detail: '', href })
  return [
    one(t.reportFailure, '/failures/new'),
    one(t.home, '/'),
    one(t.failures, '/failures'),
    one(t.work, '/work'),
    one(t.alertsTitle, '/alerts'),
    one(`${t.alertsTitle} · ${t.alertsTabRules}`, '/alerts?view=rules'),
    one(t.reviewOpen, '/review'),
    one(t.problems, '/problems'),
    one(t.products, '/products'),
    one(t.trainsTitle, '/trains'),
    one(t.reports, '/reports'),
    one(t.boardsTitle, '/boards'),
    one(t.kioskTitle, '/screen'),
    one(t.knowledge, '/knowledge'),
    one(t.templates, '/templates'),
    one(t.doorImport, '/data?open=import'),
    one(t.data, '/data'),
    one(t.conflictsTitle, conflictsHref()),
    one(t.masterTitle, '/master'),
    one(t.settings, '/settings'),
    one(t.mapTitle, '/print/workflow'),
    one(t.examplesTitle, '/analysis/examples'),
  ]
}

/** Best first within each kind; with nothing typed, the screens. */
export async function findEverything(typed: string, t: Messages, language: Language): Promise<readonly Place[]> {
  const wanted = plainText(typed)
  const views = (await savedViews()).map(({ name, address }): Place => ({
    group: 'view',
    label: name,
    detail: '',
    href: address,
  }))
  const named = [...screens(t), ...views].filter(({ label }) => plainText(label).includes(wanted))
  if (wanted === '') return named
  const [failures, nodes, trains, serials, problems] = await Promise.all([
    failuresLike(typed, language),
    engine().findNodes(typed, OF_EACH),
    engine().findTrains(typed, OF_EACH),
    wanted.length < FEWEST_OF_SERIAL ? [] : serialsLike(typed, OF_EACH),
    allProblems(),
  ])
  return [
    ...named,
    ...nodes.map(({ id, name, partNo, path }): Place => ({
      group: 'node',
      label: name,
      detail: [partNo, path.slice(0, -1).join(' ▸ ')].filter((part) => part !== '').join(' · '),
      href: `/products?node=${encodeURIComponent(id)}`,
    })),
    ...trains.map(({ id, label, operator, depot }): Place => ({
      group: 'train',
      label,
      detail: [operator, depot].filter((part) => part !== '').join(' · '),
      href: `/trains/${encodeURIComponent(id)}`,
    })),
    ...serials.map((serial): Place => ({
      group: 'serial',
      label: serial,
      detail: '',
      href: `/serials/${encodeURIComponent(serial)}`,
    })),
    ...problems
      .filter(({ no = '', title = '' }) => plainText(no + title).includes(wanted))
      .slice(0, OF_EACH)
      .map(({ id, no, title }): Place => ({
        group: 'problem',
        label: title ?? no ?? id,
        detail: no ?? '',
        href: `/problems/${encodeURIComponent(id)}`,
      })),
    ...failures,
    {
      group: 'failure',
      label: t.paletteInList(typed.trim()),
      detail: '',
      href: `/failures?${new URLSearchParams([['q', typed.trim()]]).toString()}`,
    },
  ]
}

async function failuresLike(typed: string, language: Language): Promise<readonly Place[]> {
  const query = { language, filters: [], search: typed, sorting: [{ field: 'occurredAt', descending: true }] } as const
  const { rows } = await engine().page(query, 0, OF_EACH, [
    'no',
    'occurredAt',
    'trainId',
    'failedNodeId',
    'description',
  ])
  return rows.map(({ id, labels }) => ({
    group: 'failure',
    label: labels['description'] || labels['no'] || id,
    detail: [labels['no'], labels['occurredAt'], labels['trainId'], labels['failedNodeId']]
      .filter((part) => part !== undefined && part !== '')
      .join(' · '),
    href: `/failures/${encodeURIComponent(id)}`,
  }))
}
