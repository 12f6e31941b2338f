/** An error of one page stays with it: the others go on, and the page is tried again when its turn comes. */
import { Component, type ReactNode } from 'react'

interface Props {
  readonly onFailed: () => void
  readonly children: ReactNode
}

export class PageBoundary extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true }
  }

  override componentDidCatch(): void {
    this.props.onFailed()
  }

  override render(): ReactNode {
    return this.state.hasFailed ? null : this.props.children
  }
}
