/** Parts of a browser that jsdom lacks and views ask for. They report nothing, as in a window that is never drawn. */
class Silent {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return []
  }
}
Object.assign(globalThis, {
  ResizeObserver: Silent,
  IntersectionObserver: Silent,
  matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {} })
})
Element.prototype.scrollIntoView = () => {}
Range.prototype.getClientRects = () => [] as unknown as DOMRectList
Range.prototype.getBoundingClientRect = () => new DOMRect()
