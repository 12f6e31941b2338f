/** Which address opens which screen. Screens load when first needed; the service worker keeps them all for offline use. */
import { useEffect } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { Frame } from './Frame'
import { HomeScreen } from '../screens/home/HomeScreen'
import { lazyPart } from '../ui/lazyPart'
import { NotFound } from './NotFound'
import { keepStorage } from './keepStorage'

const FailureListScreen = lazyPart(
  async () => (await import('../screens/failures/FailureListScreen')).FailureListScreen,
)
const FailureScreen = lazyPart(async () => (await import('../screens/failures/FailureScreen')).FailureScreen)
const FileFailureScreen = lazyPart(
  async () => (await import('../screens/failures/FileFailureScreen')).FileFailureScreen,
)
const ProductsScreen = lazyPart(async () => (await import('../screens/products/ProductsScreen')).ProductsScreen)
const ProblemListScreen = lazyPart(
  async () => (await import('../screens/problems/ProblemListScreen')).ProblemListScreen,
)
const ProblemScreen = lazyPart(async () => (await import('../screens/problems/ProblemScreen')).ProblemScreen)
const ProblemReviewScreen = lazyPart(
  async () => (await import('../screens/problems/ProblemReviewScreen')).ProblemReviewScreen,
)
const ReviewScreen = lazyPart(async () => (await import('../screens/failures/ReviewScreen')).ReviewScreen)
const FailurePaperScreen = lazyPart(
  async () => (await import('../screens/papers/FailurePaperScreen')).FailurePaperScreen,
)
const EightDScreen = lazyPart(async () => (await import('../screens/papers/EightDScreen')).EightDScreen)
const WorkflowScreen = lazyPart(async () => (await import('../screens/papers/WorkflowScreen')).WorkflowScreen)
const TrainDossierScreen = lazyPart(
  async () => (await import('../screens/papers/TrainDossierScreen')).TrainDossierScreen,
)
const TrainListScreen = lazyPart(async () => (await import('../screens/papers/TrainListScreen')).TrainListScreen)
const WorkScreen = lazyPart(async () => (await import('../screens/work/WorkScreen')).WorkScreen)
const AlertsScreen = lazyPart(async () => (await import('../screens/alerts/AlertsScreen')).AlertsScreen)
const KnowledgeListScreen = lazyPart(
  async () => (await import('../screens/knowledge/KnowledgeListScreen')).KnowledgeListScreen,
)
const KnowledgeScreen = lazyPart(async () => (await import('../screens/knowledge/KnowledgeScreen')).KnowledgeScreen)
const SerialScreen = lazyPart(async () => (await import('../screens/serials/SerialScreen')).SerialScreen)
const ExamplesScreen = lazyPart(async () => (await import('../screens/analysis/ExamplesScreen')).ExamplesScreen)
const ReportsScreen = lazyPart(async () => (await import('../screens/reports/ReportsScreen')).ReportsScreen)
const ReportPrintScreen = lazyPart(async () => (await import('../screens/reports/ReportPrintScreen')).ReportPrintScreen)
const TemplatesScreen = lazyPart(async () => (await import('../screens/templates/TemplatesScreen')).TemplatesScreen)
const TemplateScreen = lazyPart(async () => (await import('../screens/templates/TemplateScreen')).TemplateScreen)
const DataScreen = lazyPart(async () => (await import('../screens/data/DataScreen')).DataScreen)
const CompanyFieldsScreen = lazyPart(
  async () => (await import('../screens/data/fields/CompanyFieldsScreen')).CompanyFieldsScreen,
)
const HandOverScreen = lazyPart(async () => (await import('../screens/data/handover/HandOverScreen')).HandOverScreen)
const StorageScreen = lazyPart(async () => (await import('../screens/data/storage/StorageScreen')).StorageScreen)
const ConflictsScreen = lazyPart(
  async () => (await import('../screens/data/conflicts/ConflictsScreen')).ConflictsScreen,
)
const DoublesScreen = lazyPart(async () => (await import('../screens/data/doubles/DoublesScreen')).DoublesScreen)
const MasterScreen = lazyPart(async () => (await import('../screens/master/MasterScreen')).MasterScreen)
const MasterRecordScreen = lazyPart(
  async () => (await import('../screens/master/MasterRecordScreen')).MasterRecordScreen,
)
const BoardsScreen = lazyPart(async () => (await import('../screens/boards/BoardsScreen')).BoardsScreen)
const BigScreen = lazyPart(async () => (await import('../screens/kiosk/BigScreen')).BigScreen)
const SettingsScreen = lazyPart(async () => (await import('../screens/settings/SettingsScreen')).SettingsScreen)

const TeamPlaces = lazyPart(async () => (await import('../screens/team/TeamPlaces')).TeamPlaces)

export function App() {
  useEffect(() => {
    void keepStorage()
  }, [])
  const [location] = useLocation()
  // A wall has nothing around it.
  if (location === '/screen') return <BigScreen />
  return (
    <Frame>
      <Switch>
        <Route path="/">
          <HomeScreen />
        </Route>
        <Route path="/failures">
          <FailureListScreen />
        </Route>
        <Route path="/failures/new">
          <FileFailureScreen />
        </Route>
        <Route path="/failures/:id">{({ id }) => <FailureScreen id={id} />}</Route>
        <Route path="/problems">
          <ProblemListScreen />
        </Route>
        <Route path="/problems/review">
          <ProblemReviewScreen />
        </Route>
        <Route path="/problems/:id">{({ id }) => <ProblemScreen id={id} />}</Route>
        <Route path="/review">
          <ReviewScreen />
        </Route>
        <Route path="/print/failure/:id/:form">{({ id, form }) => <FailurePaperScreen id={id} form={form} />}</Route>
        <Route path="/print/problem/:id">{({ id }) => <EightDScreen id={id} />}</Route>
        <Route path="/print/workflow">
          <WorkflowScreen />
        </Route>
        <Route path="/trains">
          <TrainListScreen />
        </Route>
        <Route path="/trains/:id">{({ id }) => <TrainDossierScreen key={id} id={id} />}</Route>
        <Route path="/knowledge">
          <KnowledgeListScreen />
        </Route>
        <Route path="/knowledge/:id">{({ id }) => <KnowledgeScreen id={id} />}</Route>
        <Route path="/work">
          <WorkScreen />
        </Route>
        <Route path="/alerts">
          <AlertsScreen />
        </Route>
        <Route path="/serials/:serial">{({ serial }) => <SerialScreen key={serial} serial={decoded(serial)} />}</Route>
        <Route path="/products">
          <ProductsScreen />
        </Route>
        <Route path="/analysis/examples">
          <ExamplesScreen />
        </Route>
        <Route path="/boards">
          <BoardsScreen id="" />
        </Route>
        <Route path="/boards/:id">{({ id }) => <BoardsScreen id={id} />}</Route>
        <Route path="/reports">
          <ReportsScreen />
        </Route>
        <Route path="/reports/print">
          <ReportPrintScreen />
        </Route>
        <Route path="/templates">
          <TemplatesScreen />
        </Route>
        <Route path="/templates/:id">{({ id }) => <TemplateScreen key={id} id={id} />}</Route>
        <Route path="/data">
          <DataScreen />
        </Route>
        <Route path="/data/handover">
          <HandOverScreen />
        </Route>
        <Route path="/data/storage">
          <StorageScreen />
        </Route>
        <Route path="/data/fields">
          <CompanyFieldsScreen />
        </Route>
        <Route path="/data/conflicts">
          <ConflictsScreen />
        </Route>
        <Route path="/data/doubles">
          <DoublesScreen />
        </Route>
        <Route path="/master">
          <MasterScreen table="bomNodes" />
        </Route>
        <Route path="/master/:table">{({ table }) => <MasterScreen table={table} />}</Route>
        <Route path="/master/:table/:id">
          {({ table, id }) => <MasterRecordScreen key={id} table={table} id={decoded(id)} />}
        </Route>
        <Route path="/team/*?">
          <TeamPlaces />
        </Route>
        <Route path="/join/*">
          <TeamPlaces />
        </Route>
        <Route path="/settings">
          <SettingsScreen />
        </Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </Frame>
  )
}

/** An address part as it was written; a stray percent sign stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
