/** The working rules while they are typed: what is stored, what was typed over it, and why it cannot be saved. */
import { workingCalendar, type WorkingCalendar } from '../../domain/calendar/workingCalendar'
import type { Json } from '../../domain/records/field'
import { ROLES } from '../../domain/workflow/roles'
import type { Limit } from '../../domain/workflow/stateClock'
import { LIMIT_KEYS, type LimitKey } from '../../domain/workflow/timeLimits'
import {
  DEFAULT_DAY,
  HOURS_SETTING,
  hoursOf,
  limitsBetween,
  LIMITS_SETTING,
  limitsOf,
  mayChangeRules,
  ownOf,
  readDay,
  readLimit,
  readWindow,
  typedDay,
  typedWindow,
  windowOf,
  WINDOW_SETTING,
  type LimitRefusal,
  type OwnLimits,
  type TypedDay,
  type TypedWindow,
} from '../../domain/workflow/workRules'
import { usePerson } from '../../panels/usePerson'
import { useCommand, type Command } from '../../panels/useCommand'
import { useForm, type Form } from '../../panels/useForm'
import { saveWorkRules } from '../../store/workRules'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import type { TypedLimit } from './LimitInput'
import { useLimitName } from './useLimitName'

export interface StoredRules {
  readonly hours: Json | undefined
  readonly limits: Json | undefined
  readonly window: Json | undefined
}

interface Typed {
  readonly day: Partial<TypedDay>
  readonly limits: Readonly<Partial<Record<LimitKey, TypedLimit>>>
  readonly window: Partial<TypedWindow>
}

export interface RuleForm {
  readonly form: Form
  readonly command: Command
  readonly day: TypedDay
  readonly readDay: ReturnType<typeof readDay>
  readonly calendar: WorkingCalendar
  readonly window: TypedWindow
  readonly readWindow: ReturnType<typeof readWindow>
  readonly limitOf: (key: LimitKey) => TypedLimit
  readonly isOwn: (key: LimitKey) => boolean
  /** What is wrong with a limit as it is typed. */
  readonly wrongOf: (key: LimitKey) => string | undefined
  readonly why: string
  readonly setWhy: (why: string) => void
  readonly type: (change: Partial<Typed>) => void
  readonly typed: Typed
  /** Somebody else changed the rules while these were typed. */
  readonly isOvertaken: boolean
  readonly startAnew: () => void
  readonly refusal: string | undefined
  /** The refusal is about what was typed. */
  readonly isBad: boolean
  readonly resetRefusal: string | undefined
  readonly save: () => Promise<void>
  readonly reset: () => Promise<void>
}

const asTyped = (limit: Limit | null | undefined): TypedLimit =>
  limit === null || limit === undefined
    ? { amount: '', unit: 'days' }
    : { amount: String(limit.amount), unit: limit.unit }

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Why this person may not change the rules; undefined when they may. */
export function useRuleGuard(): string | undefined {
  const { t } = useText()
  const { name, role } = usePerson()
  if (name === '') return t.refusalName('nobody-named')
  return mayChangeRules(role) ? undefined : t.rulesRole(ROLES.filter(mayChangeRules).map(t.roleName).join(t.listComma))
}

const typedIn = (form: Form): Typed => ({
  day: (form.valueOf('day') ?? {}) as Typed['day'],
  limits: (form.valueOf('limits') ?? {}) as Typed['limits'],
  window: (form.valueOf('window') ?? {}) as Typed['window'],
})

const isAsBuiltIn = ({ hours, limits, window }: StoredRules): boolean =>
  isSame(windowOf(window), windowOf(undefined)) &&
  limitsBetween(undefined, limits).length === 0 &&
  isSame(hoursOf(hours), hoursOf(undefined))

/** What do the stored rules say with what is typed over them, and does that differ from what is stored? */
function readRules({ hours, limits, window }: StoredRules, typed: Typed) {
  const present = limitsOf(limits)
  const day: TypedDay = { ...typedDay(hoursOf(hours)), ...typed.day }
  const dayRead = readDay(day)
  const calendar = workingCalendar([], typeof dayRead === 'string' ? hoursOf(hours) : dayRead)
  const limitOf = (key: LimitKey): TypedLimit => typed.limits[key] ?? asTyped(present[key])
  const readOf = (key: LimitKey): Limit | null | LimitRefusal =>
    readLimit(key, limitOf(key).amount, limitOf(key).unit, calendar)
  const refusedOf = (key: LimitKey): LimitRefusal | undefined => {
    const read = readOf(key)
    return typeof read === 'string' ? read : undefined
  }
  const wrong = LIMIT_KEYS.find((key) => refusedOf(key) !== undefined)
  const wanted = ownOf(
    Object.fromEntries(
      LIMIT_KEYS.map((key) => [key, readOf(key)]).filter(([, read]) => typeof read !== 'string'),
    ) as OwnLimits,
  )
  const windowTyped: TypedWindow = { ...typedWindow(windowOf(window)), ...typed.window }
  const windowRead = readWindow(windowTyped)
  const isChanged =
    !isSame(dayRead, hoursOf(hours)) ||
    !isSame(windowRead, windowOf(window)) ||
    limitsBetween(limits, wanted as Json).length > 0 ||
    wrong !== undefined
  return { day, dayRead, calendar, limitOf, refusedOf, wrong, wanted, windowTyped, windowRead, isChanged }
}

/** @returns null until it is known whether there is a draft */
export function useRuleForm({ hours, limits, window }: StoredRules): RuleForm | null {
  const { t } = useText()
  const person = usePerson()
  const toast = useToast()
  const nameOf = useLimitName()
  const command = useCommand()
  const guard = useRuleGuard()
  const rules = JSON.stringify([hours, limits, window])
  const form = useForm({
    form: 'settings:workRules',
    record: {},
    isNew: true,
    label: { title: t.rulesTitle, href: '/settings#limits' },
  })
  if (form === null) return null
  const typed = typedIn(form)
  const why = String(form.valueOf('#why') ?? '')
  // The rules as they were when typing began: what is typed stays, and the form says so when they change meanwhile.
  const typedOver = form.valueOf('#typedOver')
  const read = readRules({ hours, limits, window }, typed)
  const { day, dayRead, calendar, windowTyped, windowRead, wanted, wrong, limitOf } = read
  const wrongOf = (key: LimitKey): string | undefined => {
    const refused = read.refusedOf(key)
    return refused === undefined ? undefined : t.limitRefusal(refused)
  }
  const { isChanged } = read
  const bad =
    typeof dayRead === 'string'
      ? t.dayRefusal(dayRead)
      : typeof windowRead === 'string'
        ? t.windowRefusal(windowRead)
        : wrong === undefined
          ? undefined
          : t.limitBad(nameOf(wrong), wrongOf(wrong) ?? '')
  const reason = why.trim() === '' ? t.rulesReasonNeeded : undefined
  const isBuiltIn = isAsBuiltIn({ hours, limits, window })
  const store = async (next: StoredRules): Promise<void> => {
    const settings = {
      [HOURS_SETTING]: next.hours ?? {},
      [LIMITS_SETTING]: next.limits ?? {},
      [WINDOW_SETTING]: next.window ?? {},
    }
    const end = await command.run(
      () => saveWorkRules(settings, person, why),
      () => form.draft.drop(),
    )
    if (end.ended === 'done') toast(t.rulesSaved)
  }
  return {
    form,
    command,
    day,
    readDay: dayRead,
    calendar,
    window: windowTyped,
    readWindow: windowRead,
    limitOf,
    isOwn: (key) => limitsBetween(undefined, limits).some((own) => own.key === key),
    wrongOf,
    why,
    setWhy: (words) => form.set('#why', words),
    type: (change) => form.change({ ...change, '#typedOver': typedOver ?? rules }),
    typed,
    isOvertaken: isChanged && typeof typedOver === 'string' && typedOver !== rules,
    startAnew: () => form.change({ day: undefined, limits: undefined, window: undefined, '#typedOver': undefined }),
    refusal: guard ?? (isChanged ? (bad ?? reason) : t.editNothing),
    isBad: isChanged && guard === undefined && bad !== undefined,
    resetRefusal: guard ?? (isBuiltIn ? t.rulesResetNothing : reason),
    save: () =>
      store({
        hours: isSame(day, DEFAULT_DAY) ? {} : (day as unknown as Json),
        limits: wanted as Json,
        window: isSame(windowRead, windowOf(undefined)) ? {} : (windowRead as unknown as Json),
      }),
    reset: () => store({ hours: {}, limits: {}, window: {} }),
  }
}
