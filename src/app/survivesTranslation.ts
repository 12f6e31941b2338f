/**
 * Page translators and other extensions move texts of the page into elements of their own. React then asks to remove or to insert
 * before a text that is no longer where it put it, which throws and empties the page. The page asks not to be translated; for those that
 * do not listen, such a request is answered for the element that now stands in the text's place.
 */
export function surviveTranslation(prototype: Node = Node.prototype): void {
  const remove = prototype.removeChild
  const insert = prototype.insertBefore
  prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    const standing = childOf(this, child)
    if (standing !== null) remove.call(this, standing)
    return child
  }
  prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
    insert.call(this, node, before === null ? null : childOf(this, before))
    return node
  }
}

/** The child of `parent` that is or holds `node`; null when it is not there any more. */
function childOf(parent: Node, node: Node): Node | null {
  let at: Node | null = node
  while (at !== null && at.parentNode !== parent) at = at.parentNode
  return at
}
