/** The addresses of a company: they come with one part, because a device without one opens none of them. */
import { Route, Switch } from 'wouter'
import { AccountsScreen } from './AccountsScreen'
import { JoinScreen } from './JoinScreen'
import { TeamScreen } from './TeamScreen'

export function TeamPlaces() {
  return (
    <Switch>
      <Route path="/join/:token">{({ token }) => <JoinScreen key={token} token={token} />}</Route>
      <Route path="/team/accounts">
        <AccountsScreen />
      </Route>
      <Route>
        <TeamScreen />
      </Route>
    </Switch>
  )
}
