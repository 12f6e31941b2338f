/** What looks after the data while a page is open. */
import { LossBanner } from './LossBanner'
import { RescueKeeper } from './RescueKeeper'
import { TeamKeeper } from './TeamKeeper'

export function Keepers() {
  return (
    <>
      <LossBanner />
      <RescueKeeper />
      <TeamKeeper />
    </>
  )
}
