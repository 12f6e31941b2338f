/**
 * Where a serial-numbered item has been: its installations and removals in order, the periods installed between them, and every place
 * where the records disagree. Nothing is put right here: a disagreement is shown until a person settles it.
 */
import { isSameItem } from './serialIdentity'
import { dayNumber, isMoment, type Moment } from './moment'
import type { InstallEvent } from './records/installEvent'
import type { Replacement } from './records/replacement'

/** A place on a train; what nobody wrote down is an empty text. */
export interface Place {
  readonly trainId: string
  readonly carNo: string
  readonly position: string
}

export type LifeEventKind = 'install' | 'remove' | 'stockIn' | 'scrap'

export interface LifeEvent {
  readonly id: string
  readonly kind: LifeEventKind
  /** Empty when the day was not written down. */
  readonly at: Moment
  readonly place: Place
  readonly odometerKm: number | null
  /** Why it came off, and where it went from there. */
  readonly reason: string
  readonly disposition: string
  /** The replacement and failure that say so; empty for what was recorded on the life line itself. */
  readonly replacementId: string
  readonly failureId: string
  /** Taken over from an old workbook, whose writer may not have said where the item went. */
  readonly isImported: boolean
  readonly operator: string
  /** What the bench found, for an item that came back. */
  readonly finding: string
  readonly note: string
}

/** From one installation to the removal that ended it. */
export interface InstalledPeriod {
  readonly place: Place
  /** null: it was there before the records begin. */
  readonly from: LifeEvent | null
  /** null: it is still there, as far as the records say. */
  readonly to: LifeEvent | null
  /** Odometer at removal minus odometer at installation; null where either is missing or they run backwards. */
  readonly km: number | null
  readonly days: number | null
}

export type DisagreementKind =
  'installed-while-installed' | 'removed-elsewhere' | 'removed-twice' | 'installed-while-away' | 'odometer-backwards'

export interface Disagreement {
  readonly kind: DisagreementKind
  readonly event: LifeEvent
  /** What it disagrees with. */
  readonly against: LifeEvent
}

export type Whereabouts =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'installed'; readonly since: LifeEvent }
  /** Off a train and not back in stock yet: it cannot go on another train. */
  | { readonly kind: 'away'; readonly since: LifeEvent }
  /** Off a train; nobody wrote down where it went. */
  | { readonly kind: 'off'; readonly since: LifeEvent }
  | { readonly kind: 'stock'; readonly since: LifeEvent }
  | { readonly kind: 'scrapped'; readonly since: LifeEvent }

export interface LifeLine {
  readonly events: readonly LifeEvent[]
  readonly installedPeriods: readonly InstalledPeriod[]
  readonly disagreements: readonly Disagreement[]
  readonly now: Whereabouts
}

/** Removed parts that may be used again at once: nothing was found, they are used as they are, or they were only swapped. */
const READY_AT_ONCE: ReadonlySet<string> = new Set(['NFF', 'USEASIS', 'RECLASS'])

const ORDER: Readonly<Record<LifeEventKind, number>> = { remove: 0, stockIn: 1, install: 2, scrap: 3 }

/** Events without a day come first: they say something, but not when. */
const inTime = (a: LifeEvent, b: LifeEvent): number =>
  (a.at < b.at ? -1 : a.at > b.at ? 1 : 0) || ORDER[a.kind] - ORDER[b.kind] || (a.id < b.id ? -1 : 1)

/** The same place as far as both say: what one of them leaves open does not make another place of it. */
export const isSamePlace = (a: Place, b: Place): boolean =>
  (['trainId', 'carNo', 'position'] as const).every(
    (part) => a[part] === '' || b[part] === '' || isSameItem(a[part], b[part]),
  )

function whereaboutsAfterRemoval(since: LifeEvent): Whereabouts {
  const { disposition, reason, isImported } = since
  if (disposition === 'SCRAP') return { kind: 'scrapped', since }
  if (READY_AT_ONCE.has(disposition) || reason === 'CANN') return { kind: 'stock', since }
  return { kind: disposition === '' && isImported ? 'off' : 'away', since }
}

function installedPeriodOf(from: LifeEvent | null, to: LifeEvent | null, place: Place): InstalledPeriod {
  const isSameTrain = from !== null && to !== null && from.place.trainId === to.place.trainId
  const km =
    isSameTrain && from.odometerKm !== null && to.odometerKm !== null && to.odometerKm >= from.odometerKm
      ? to.odometerKm - from.odometerKm
      : null
  const isDated =
    from !== null && to !== null && isMoment(from.at) && isMoment(to.at) && from.at.length >= 10 && to.at.length >= 10
  return { place, from, to, km, days: isDated ? dayNumber(to.at.slice(0, 10)) - dayNumber(from.at.slice(0, 10)) : null }
}

/** The life of one item from everything that is on record about it, in any order. */
export function lifeLine(records: readonly LifeEvent[]): LifeLine {
  const events = records.toSorted(inTime)
  const installedPeriods: InstalledPeriod[] = []
  const disagreements: Disagreement[] = []
  let now: Whereabouts = { kind: 'unknown' }
  for (const event of events) {
    switch (event.kind) {
      case 'install':
        if (now.kind === 'installed') {
          disagreements.push({ kind: 'installed-while-installed', event, against: now.since })
          installedPeriods.push(installedPeriodOf(now.since, null, now.since.place))
        } else if ((now.kind === 'away' && !isSamePlace(now.since.place, event.place)) || now.kind === 'scrapped')
          disagreements.push({ kind: 'installed-while-away', event, against: now.since })
        now = { kind: 'installed', since: event }
        break
      case 'remove':
        if (now.kind === 'installed') {
          const from: LifeEvent = now.since
          if (!isSamePlace(from.place, event.place))
            disagreements.push({ kind: 'removed-elsewhere', event, against: from })
          else if (
            from.place.trainId === event.place.trainId &&
            from.odometerKm !== null &&
            event.odometerKm !== null &&
            event.odometerKm < from.odometerKm
          )
            disagreements.push({ kind: 'odometer-backwards', event, against: from })
          installedPeriods.push(installedPeriodOf(from, event, event.place))
        } else {
          if (now.kind === 'away' || now.kind === 'off' || now.kind === 'scrapped')
            disagreements.push({ kind: 'removed-twice', event, against: now.since })
          installedPeriods.push(installedPeriodOf(null, event, event.place))
        }
        now = whereaboutsAfterRemoval(event)
        break
      case 'stockIn':
        now = { kind: 'stock', since: event }
        break
      case 'scrap':
        now = { kind: 'scrapped', since: event }
        break
    }
  }
  if (now.kind === 'installed') installedPeriods.push(installedPeriodOf(now.since, null, now.since.place))
  return { events, installedPeriods, disagreements, now }
}

export type FindingKind =
  | 'same-serial'
  | 'removal-open'
  | 'scrapped'
  | 'removed-before-installed'
  | 'installed-elsewhere'
  | 'removed-elsewhere'
  | 'removed-already'
  | 'position-holds-another'
  | 'removed-unknown'
  | 'installed-unknown'
  | 'known-as-other-part'

/** What the life lines say to a replacement that is about to be written. */
export interface Finding {
  readonly kind: FindingKind
  readonly serial: string
  /** The event that says otherwise. */
  readonly event: LifeEvent | null
  /** A serial or part that stands against it. */
  readonly other: string
}

/** `refused`: cannot be stored; `disagrees`: stored only when a person says so; `noted`: said, and stored. */
export type Weight = 'refused' | 'disagrees' | 'noted'

const WEIGHT: Readonly<Record<FindingKind, Weight>> = {
  'same-serial': 'refused',
  'removal-open': 'refused',
  scrapped: 'refused',
  'removed-before-installed': 'disagrees',
  'installed-elsewhere': 'disagrees',
  'removed-elsewhere': 'disagrees',
  'removed-already': 'disagrees',
  'position-holds-another': 'disagrees',
  'removed-unknown': 'noted',
  'installed-unknown': 'noted',
  'known-as-other-part': 'noted',
}

export const weightOf = ({ kind }: Finding): Weight => WEIGHT[kind]

/** What is on record about one serial around the moment of a replacement, the replacement itself left out. */
export interface KnownLife {
  /** Up to that moment. */
  readonly before: LifeLine
  /** The first thing recorded after it. */
  readonly next: LifeEvent | null
  /** The part it is known as, where that is another one than the replacement names. */
  readonly otherPart: string
}

export interface KnownLives {
  /** null: no record knows the serial. */
  readonly removed: KnownLife | null
  readonly installed: KnownLife | null
  /** The item that is at the place by the records, with the event that put it there. */
  readonly atPlace: { readonly serial: string; readonly since: LifeEvent } | null
}

/** Splits what is known of a serial at a moment; what has no day counts as earlier. */
export function knownLife(events: readonly LifeEvent[], at: Moment, otherPart = ''): KnownLife | null {
  if (events.length === 0) return null
  const isLater = (event: LifeEvent): boolean =>
    at !== '' && event.at !== '' && event.at.slice(0, at.length) > at.slice(0, event.at.length)
  return {
    before: lifeLine(events.filter((event) => !isLater(event))),
    next: events.filter(isLater).toSorted(inTime)[0] ?? null,
    otherPart,
  }
}

const trimmed = (text: string | undefined): string => (text ?? '').trim()

/** Every disagreement between a replacement and what is known of its items. */
export function findingsOf(replacement: Replacement, place: Place, known: KnownLives): readonly Finding[] {
  const [off, on] = [trimmed(replacement.removedSerial), trimmed(replacement.installedSerial)]
  const isSame = off !== '' && isSameItem(off, on)
  const found = (kind: FindingKind, serial: string, event: LifeEvent | null = null, other = ''): Finding => ({
    kind,
    serial,
    event,
    other,
  })
  const { atPlace } = known
  return [
    ...(isSame ? [found('same-serial', off)] : []),
    ...(off === ''
      ? []
      : removalFindings(off, place, known.removed).map(([kind, event, other]) => found(kind, off, event, other))),
    ...(on === '' || isSame
      ? []
      : installationFindings(place, known.installed).map(([kind, event, other]) => found(kind, on, event, other))),
    ...(atPlace === null || off === '' || isSameItem(atPlace.serial, off)
      ? []
      : [found('position-holds-another', off, atPlace.since, atPlace.serial)]),
  ]
}

type Said = readonly [kind: FindingKind, event: LifeEvent | null, other?: string]

function removalFindings(serial: string, place: Place, known: KnownLife | null): readonly Said[] {
  if (known === null) return serial === '' ? [] : [['removed-unknown', null]]
  const {
    before: { now },
    next,
    otherPart,
  } = known
  const part: readonly Said[] = otherPart === '' ? [] : [['known-as-other-part', null, otherPart]]
  if (now.kind === 'installed' && !isSamePlace(now.since.place, place))
    return [['removed-elsewhere', now.since], ...part]
  if (now.kind === 'away' || now.kind === 'off' || now.kind === 'scrapped')
    return [['removed-already', now.since], ...part]
  if (next?.kind === 'remove') return [['removed-already', next], ...part]
  if (now.kind === 'unknown' && next?.kind === 'install' && isSamePlace(next.place, place))
    return [['removed-before-installed', next], ...part]
  return part
}

function installationFindings(place: Place, known: KnownLife | null): readonly Said[] {
  if (known === null) return [['installed-unknown', null]]
  const {
    before: { now },
    next,
    otherPart,
  } = known
  const part: readonly Said[] = otherPart === '' ? [] : [['known-as-other-part', null, otherPart]]
  if (now.kind === 'scrapped') return [['scrapped', now.since], ...part]
  if (now.kind === 'away' && !isSamePlace(now.since.place, place)) return [['removal-open', now.since], ...part]
  if (now.kind === 'installed') return [['installed-elsewhere', now.since], ...part]
  if (next?.kind === 'install') return [['installed-elsewhere', next], ...part]
  return part
}

/** The two events a replacement stands for; null where its serial was not written down. */
export function eventsOfReplacement(
  replacement: Replacement,
  place: Place,
  at: Moment,
): { readonly off: InstallEvent | null; readonly on: InstallEvent | null } {
  const { odometerKm, reason, handler } = replacement
  const shared = {
    at,
    ...(place.trainId === '' ? {} : { trainId: place.trainId }),
    ...(place.carNo === '' ? {} : { carNo: place.carNo }),
    ...(place.position === '' ? {} : { positionPath: place.position }),
    ...(odometerKm === undefined ? {} : { odometerKm }),
    ...(handler === undefined ? {} : { operator: handler }),
  }
  return {
    off:
      trimmed(replacement.removedSerial) === ''
        ? null
        : { ...shared, kind: 'remove', ...(reason === undefined ? {} : { reason }) },
    on: trimmed(replacement.installedSerial) === '' ? null : { ...shared, kind: 'install' },
  }
}
