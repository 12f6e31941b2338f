/** One node in numbers: KPIs with bounds, Pareto, trend, growth over exposure, recurrence; every mark opens its rows. */
import { oneOf } from '../../domain/closedSet'
import { useCallback, useState } from 'react'
import { useSearchParams } from 'wouter'
import { LinkedRowsContext } from '../../charts/linkedRows'
import type { OpenedMark } from '../../charts/openedMark'
import { localMoment } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import type { NodeTitle } from '../../metrics/fleetSearch'
import type { NodeAnalysis } from '../../metrics/nodeAnalysis'
import { DEFAULT_RECURRENCE, type RecurrenceQuestion } from '../../metrics/recurrence'
import { periodAsDates, UNASSIGNED, type Scope } from '../../metrics/scope'
import { RowsDrawer, type OpenedRows } from '../../panels/RowsDrawer'
import { trainsInWords } from '../../panels/trainsInWords'
import { useEngine } from '../../panels/useEngine'
import { useScope } from '../../panels/useScope'
import { useSetParam } from '../../panels/useSetParam'
import { useText } from '../../ui/LanguageContext'
import type { FleetChoices } from '../../workers/engineAnswers'
import { ChosenRowsBar } from './ChosenRowsBar'
import { compareQuestionOf } from './compareQuestionOf'
import { CompareTab } from './CompareTab'
import { GrowthTab, type TabProps } from './GrowthTab'
import { KpiStrip } from './KpiStrip'
import { LifeTab } from './LifeTab'
import { NodeHead, type NodeInWords } from './NodeHead'
import { OverviewTab } from './OverviewTab'
import { PlanTab } from './plan/PlanTab'
import { RateChangeFrame } from './RateChangeFrame'
import { SetAsideCard } from './SetAsideCard'
import { useLinkedRows } from './useLinkedRows'
import { WorkingTab } from './WorkingTab'

function questionOf(params: URLSearchParams): RecurrenceQuestion {
  const positive = (name: string, otherwise: number): number => {
    const value = Number(params.get(name))
    return params.has(name) && Number.isFinite(value) && value >= 0 ? value : otherwise
  }
  return {
    days: positive('rdays', DEFAULT_RECURRENCE.days),
    km: positive('rkm', DEFAULT_RECURRENCE.km),
    sameSymptom: params.get('rsym') === '1',
  }
}

interface Answer {
  readonly analysis: NodeAnalysis
  readonly node: NodeTitle | null
  readonly choices: FleetChoices
}

function nodeInWords(scope: Scope, { analysis, node, choices }: Answer, why: string, t: Messages): NodeInWords {
  const [first, last] = periodAsDates(analysis.exposure.from, analysis.exposure.to)
  const trains = trainsInWords(scope, choices.depots, t)
  return {
    node,
    name: node?.name ?? (scope.nodeId === UNASSIGNED ? t.treeUnassigned : t.treeAll),
    filter: [
      t.populationName(scope.population),
      t.partBasisName(scope.partBasis),
      `${first} ～ ${last}`,
      ...trains,
      ...(scope.without === undefined
        ? []
        : [`${t.setAsideHead(String(scope.without.length))}${t.colon}${why === '' ? t.setAsideNoWhy : why}`]),
    ].join(t.semicolon),
    trains: trains.length === 0 ? t.all : trains.join(t.semicolon),
  }
}

const TABS = ['overview', 'growth', 'life', 'compare', 'plan', 'working'] as const
type Tab = (typeof TABS)[number]
const tabName = (tab: Tab, t: Messages): string =>
  ({
    overview: t.tabOverview,
    growth: t.tabGrowth,
    life: t.tabLife,
    compare: t.tabCompare,
    plan: t.tabPlan,
    working: t.tabWorking,
  })[tab]

export function NodePage({ scope }: { readonly scope: Scope }) {
  const { t, language } = useText()
  const [params] = useSearchParams()
  const setParam = useSetParam()
  const { change } = useScope()
  const [opened, setOpened] = useState<OpenedRows | null>(null)
  const question = questionOf(params)
  const { answer, isOld } = useEngine(`node|${JSON.stringify([scope, question, language])}`, async (engine) => ({
    analysis: await engine.node(scope, question, language),
    node: scope.nodeId === undefined || scope.nodeId === UNASSIGNED ? null : await engine.nodeOf(scope.nodeId),
    choices: await engine.fleetChoices(language),
  }))
  const { linked, chosen, clear } = useLinkedRows(answer?.analysis)
  const onOpen = useCallback((mark: OpenedMark) => setOpened({ title: mark.label, rows: mark.rows }), [])
  const close = useCallback(() => setOpened(null), [])

  if (answer === null)
    return (
      <div className="stack">
        <div className="skeleton" style={{ height: 110 }} />
        <div className="skeleton" style={{ height: 320 }} />
      </div>
    )
  const words = nodeInWords(scope, answer, params.get('why') ?? '', t)
  const { name, filter } = words
  const { analysis, node } = answer
  const tab = oneOf(TABS, params.get('tab')) ?? 'overview'
  const param = (key: string): string => params.get(key) ?? ''
  return (
    <LinkedRowsContext value={linked}>
      <div className="node-page" aria-busy={isOld}>
        <NodeHead
          scope={scope}
          words={words}
          analysis={analysis}
          repeat={question}
          compare={compareQuestionOf(param)}
        />
        <KpiStrip analysis={analysis} node={node} name={name} onOpen={onOpen} />
        {scope.without === undefined ? null : (
          <SetAsideCard
            scope={scope}
            repeat={question}
            analysis={analysis}
            why={param('why')}
            onOpen={onOpen}
            change={change}
          />
        )}
        <TabList tab={tab} onChoose={(one) => setParam('tab', one === 'overview' ? '' : one)} />
        <div role="tabpanel" id="node-tab-panel" aria-labelledby={`node-tab-${tab}`}>
          <TabContent
            tab={tab}
            analysis={analysis}
            repeat={question}
            node={node}
            shared={{ scope, name, filter, onOpen, setParam, param }}
          />
        </div>
        <p className="small muted">
          {t.build} {__BUILD__} · {localMoment().slice(0, 16).replace('T', ' ')}
        </p>
        {opened === null ? null : (
          <RowsDrawer
            opened={opened}
            filter={`${name}${t.semicolon}${filter}`}
            partBasis={scope.partBasis}
            onClose={close}
          />
        )}
        {chosen === null ? null : (
          <ChosenRowsBar
            chosen={chosen}
            without={scope.without ?? []}
            why={param('why')}
            onRows={(rows, title) => setOpened({ title, rows })}
            change={change}
            onClear={clear}
          />
        )}
      </div>
    </LinkedRowsContext>
  )
}

function TabList({ tab, onChoose }: { readonly tab: Tab; readonly onChoose: (tab: Tab) => void }) {
  const { t } = useText()
  return (
    <div className="tabs no-print" role="tablist" aria-label={t.nodeTabs}>
      {TABS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`node-tab-${one}`}
          aria-selected={tab === one}
          aria-controls="node-tab-panel"
          className="tab"
          onClick={() => onChoose(one)}
        >
          {tabName(one, t)}
        </button>
      ))}
    </div>
  )
}

interface ContentProps {
  readonly tab: Tab
  readonly analysis: NodeAnalysis
  readonly repeat: RecurrenceQuestion
  readonly node: NodeTitle | null
  readonly shared: TabProps
}

function TabContent({ tab, analysis, repeat, node, shared }: ContentProps) {
  switch (tab) {
    case 'growth':
      return (
        <>
          <GrowthTab {...shared} />
          <RateChangeFrame {...shared} analysis={analysis} />
        </>
      )
    case 'life':
      return <LifeTab {...shared} />
    case 'compare':
      return <CompareTab {...shared} />
    case 'plan':
      return <PlanTab {...shared} analysis={analysis} node={node} />
    case 'working':
      return <WorkingTab {...shared} analysis={analysis} repeat={repeat} node={node} />
    case 'overview':
      return <OverviewTab {...shared} analysis={analysis} repeat={repeat} isPart={node !== null} />
  }
}
