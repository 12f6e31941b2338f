/** Runs before the page's own scripts: notes when a table shows its first rows, and the longest task of the main thread. */
window.seen = { longest: 0, firstRows: 0 }
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.seen.longest = Math.max(window.seen.longest, task.duration)
}).observe({ type: 'longtask' })
requestAnimationFrame(function look() {
  if (document.querySelector('.ftable-body [role=gridcell]:not(:has(.skeleton))') === null) requestAnimationFrame(look)
  // The row is on the screen when the frame it was found in has been drawn.
  else
    setTimeout(() => {
      window.seen.firstRows = performance.now()
    })
})
