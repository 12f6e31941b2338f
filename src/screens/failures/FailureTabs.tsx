/** Everything about one failure in tabs: facts, handling, cause and action, costs, files, history. */
import { oneOf } from '../../domain/closedSet'
import { Link } from 'wouter'
import type { Person } from '../../domain/person'
import type { TableName } from '../../domain/records/tables'
import type { CaseFile } from '../../domain/workflow/caseFile'
import { AttachmentList } from '../../panels/AttachmentList'
import { targetFromText, type EditTarget } from '../../panels/editTarget'
import { FailureFacts } from '../../panels/FailureFacts'
import { useText } from '../../ui/LanguageContext'
import { AnalysisTab } from './AnalysisTab'
import { CostsTab } from './CostsTab'
import { HandlingTab } from './HandlingTab'
import { HistoryTab } from './HistoryTab'

const TABS = ['tabFacts', 'tabHandling', 'tabAnalysis', 'tabCosts', 'tabAttachments', 'tabHistory'] as const
export type Tab = (typeof TABS)[number]

/** Where the records of a form are seen: a draft that is continued stands on its own tab. */
const TAB_OF_TABLE: Readonly<Partial<Record<TableName, Tab>>> = {
  handlings: 'tabHandling',
  replacements: 'tabHandling',
  rootCauseAnalyses: 'tabAnalysis',
  correctiveActions: 'tabAnalysis',
  effectVerifications: 'tabAnalysis',
  costEntries: 'tabCosts',
}

/** The tab an address names, by itself or by the form that is open over it. */
export const tabIn = (params: URLSearchParams): Tab =>
  oneOf(TABS, params.get('tab')) ?? TAB_OF_TABLE[targetFromText(params.get('edit'))?.table ?? 'failures'] ?? 'tabFacts'

interface Props {
  readonly file: CaseFile
  readonly person: Person
  readonly now: string
  readonly tab: Tab
  readonly onTab: (tab: Tab) => void
  readonly onEdit: (target: EditTarget) => void
}

/** How many entries a tab has; null for one that is no list. */
function countIn(tab: Tab, file: CaseFile): number | null {
  switch (tab) {
    case 'tabHandling':
      return file.handlings.length + file.replacements.length
    case 'tabAnalysis':
      return file.analyses.length + file.actions.length + file.verifications.length
    case 'tabAttachments':
      return file.attachments.length
    default:
      return null
  }
}

export function FailureTabs({ file, person, now, tab, onTab, onEdit }: Props) {
  const { t } = useText()
  return (
    <>
      <div className="tabs" role="tablist">
        {TABS.map((name) => {
          const count = countIn(name, file)
          return (
            <button
              key={name}
              type="button"
              role="tab"
              id={`tab-${name}`}
              aria-selected={tab === name}
              aria-controls="tab-panel"
              className="tab"
              onClick={() => onTab(name)}
            >
              {t[name]}
              {count === null ? '' : ` ${count}`}
            </button>
          )
        })}
      </div>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`}>
        <TabContent file={file} person={person} now={now} tab={tab} onEdit={onEdit} />
      </div>
    </>
  )
}

function TabContent({ file, person, now, tab, onEdit }: Omit<Props, 'onTab'>) {
  switch (tab) {
    case 'tabFacts':
      return <FailureFacts dossier={file} />
    case 'tabHandling':
      return <HandlingTab file={file} onEdit={onEdit} />
    case 'tabAnalysis':
      return <AnalysisTab file={file} person={person} now={now} onEdit={onEdit} />
    case 'tabCosts':
      return <CostsTab failureId={file.failure.id} person={person} now={now} />
    case 'tabAttachments':
      return <Attachments file={file} />
    case 'tabHistory':
      return <HistoryTab file={file} />
  }
}

function Attachments({ file: { failure, attachments } }: Pick<Props, 'file'>) {
  const { t } = useText()
  return (
    <>
      {failure.mergedInto === undefined ? null : (
        <p className="note">
          {t.photoMergedInto}{' '}
          <Link href={`/failures/${failure.mergedInto}?tab=tabAttachments`}>{t.photoMergedOpen}</Link>
        </p>
      )}
      <AttachmentList ownerId={failure.id} attachments={attachments} />
    </>
  )
}
