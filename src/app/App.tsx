/** Which address opens which screen. Screens load when first needed; the service worker keeps them all for offline use. */
import { lazy, Suspense, useEffect } from 'react'
import { Route, Switch } from 'wouter'
import { Frame } from './Frame'
import { HomeScreen } from '../screens/home/HomeScreen'
import { useText } from '../ui/LanguageContext'
import { NotFound } from './NotFound'
import { keepStorage } from './keepStorage'

const FailureListScreen = lazy(() =>
  import('../screens/failures/FailureListScreen').then((module) => ({ default: module.FailureListScreen })),
)
const FailureScreen = lazy(() =>
  import('../screens/failures/FailureScreen').then((module) => ({ default: module.FailureScreen })),
)
const FileFailureScreen = lazy(() =>
  import('../screens/failures/FileFailureScreen').then((module) => ({ default: module.FileFailureScreen })),
)
const ProductsScreen = lazy(() =>
  import('../screens/products/ProductsScreen').then((module) => ({ default: module.ProductsScreen })),
)
const ProblemListScreen = lazy(() =>
  import('../screens/problems/ProblemListScreen').then((module) => ({ default: module.ProblemListScreen })),
)
const ProblemScreen = lazy(() =>
  import('../screens/problems/ProblemScreen').then((module) => ({ default: module.ProblemScreen })),
)
const ProblemReviewScreen = lazy(() =>
  import('../screens/problems/ProblemReviewScreen').then((module) => ({ default: module.ProblemReviewScreen })),
)
const ReviewScreen = lazy(() =>
  import('../screens/failures/ReviewScreen').then((module) => ({ default: module.ReviewScreen })),
)
const FailurePaperScreen = lazy(() =>
  import('../screens/papers/FailurePaperScreen').then((module) => ({ default: module.FailurePaperScreen })),
)
const EightDScreen = lazy(() =>
  import('../screens/papers/EightDScreen').then((module) => ({ default: module.EightDScreen })),
)
const WorkflowScreen = lazy(() =>
  import('../screens/papers/WorkflowScreen').then((module) => ({ default: module.WorkflowScreen })),
)
const TrainDossierScreen = lazy(() =>
  import('../screens/papers/TrainDossierScreen').then((module) => ({ default: module.TrainDossierScreen })),
)
const TrainListScreen = lazy(() =>
  import('../screens/papers/TrainListScreen').then((module) => ({ default: module.TrainListScreen })),
)
const WorkScreen = lazy(() => import('../screens/work/WorkScreen').then((module) => ({ default: module.WorkScreen })))
const KnowledgeListScreen = lazy(() =>
  import('../screens/knowledge/KnowledgeListScreen').then((module) => ({ default: module.KnowledgeListScreen })),
)
const KnowledgeScreen = lazy(() =>
  import('../screens/knowledge/KnowledgeScreen').then((module) => ({ default: module.KnowledgeScreen })),
)
const SerialScreen = lazy(() =>
  import('../screens/serials/SerialScreen').then((module) => ({ default: module.SerialScreen })),
)
const ExamplesScreen = lazy(() =>
  import('../screens/analysis/ExamplesScreen').then((module) => ({ default: module.ExamplesScreen })),
)
const ReportsScreen = lazy(() =>
  import('../screens/reports/ReportsScreen').then((module) => ({ default: module.ReportsScreen })),
)
const ReportPrintScreen = lazy(() =>
  import('../screens/reports/ReportPrintScreen').then((module) => ({ default: module.ReportPrintScreen })),
)
const TemplatesScreen = lazy(() =>
  import('../screens/templates/TemplatesScreen').then((module) => ({ default: module.TemplatesScreen })),
)
const TemplateScreen = lazy(() =>
  import('../screens/templates/TemplateScreen').then((module) => ({ default: module.TemplateScreen })),
)
const DataScreen = lazy(() => import('../screens/data/DataScreen').then((module) => ({ default: module.DataScreen })))
const SettingsScreen = lazy(() =>
  import('../screens/settings/SettingsScreen').then((module) => ({ default: module.SettingsScreen })),
)

export function App() {
  useEffect(() => {
    void keepStorage()
  }, [])
  return (
    <Frame>
      <Suspense fallback={<Loading />}>
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
          <Route path="/serials/:serial">
            {({ serial }) => <SerialScreen key={serial} serial={decoded(serial)} />}
          </Route>
          <Route path="/products">
            <ProductsScreen />
          </Route>
          <Route path="/analysis/examples">
            <ExamplesScreen />
          </Route>
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
          <Route path="/settings">
            <SettingsScreen />
          </Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Suspense>
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

function Loading() {
  const { t } = useText()
  return (
    <div className="stack card-pad" aria-busy="true" aria-label={t.loading}>
      <div className="skeleton" style={{ height: 28, width: 220 }} />
      <div className="skeleton" style={{ height: 320 }} />
    </div>
  )
}
