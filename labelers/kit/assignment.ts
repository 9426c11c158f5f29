/**
 * The pairs of rows and columns that together weigh most: each row with at most one column, each column with at most
 * one row, every row paired while there are columns left (the Hungarian method in the form of shortest augmenting paths,
 * after Kuhn and Munkres; time grows with rows² × columns).
 * @param weights a row each, all of one length, finite
 * @returns for each row its column, or undefined
 */
export function bestAssignment(weights: readonly (readonly number[])[]): readonly (number | undefined)[] {
  const columns = weights[0]?.length ?? 0
  if (weights.length <= columns) return assign(weights, columns)
  // There must be a column for every row: turned over, there is.
  const turned = Array.from({ length: columns }, (_, column) => weights.map(row => row[column] ?? 0))
  const rowOf = assign(turned, weights.length)
  const columnOf = new Array<number | undefined>(weights.length).fill(undefined)
  for (const [column, row] of rowOf.entries()) if (row !== undefined) columnOf[row] = column
  return columnOf
}

function assign(weights: readonly (readonly number[])[], columns: number): (number | undefined)[] {
  const rows = weights.length
  const rowPrice = new Float64Array(rows + 1)
  const columnPrice = new Float64Array(columns + 1)
  // Rows and columns count from 1 here; 0 is the row that is looking for a column.
  const rowAt = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    const cameFrom = new Int32Array(columns + 1)
    const slack = new Float64Array(columns + 1).fill(Infinity)
    const seen = new Uint8Array(columns + 1)
    rowAt[0] = row
    let column = 0
    do {
      seen[column] = 1
      const current = rowAt[column] ?? 0
      let step = Infinity
      let nearest = 0
      for (let next = 1; next <= columns; next++) {
        if (seen[next] === 1) continue
        const cost =
          -(weights[current - 1]?.[next - 1] ?? 0) - (rowPrice[current] ?? 0) - (columnPrice[next] ?? 0)
        if (cost < (slack[next] ?? Infinity)) {
          slack[next] = cost
          cameFrom[next] = column
        }
        if ((slack[next] ?? Infinity) < step) {
          step = slack[next] ?? Infinity
          nearest = next
        }
      }
      for (let each = 0; each <= columns; each++) {
        if (seen[each] === 1) {
          const held = rowAt[each] ?? 0
          rowPrice[held] = (rowPrice[held] ?? 0) + step
          columnPrice[each] = (columnPrice[each] ?? 0) - step
        } else slack[each] = (slack[each] ?? 0) - step
      }
      column = nearest
    } while (rowAt[column] !== 0)
    do {
      const before = cameFrom[column] ?? 0
      rowAt[column] = rowAt[before] ?? 0
      column = before
    } while (column !== 0)
  }
  const columnOf = new Array<number | undefined>(rows).fill(undefined)
  for (let column = 1; column <= columns; column++) {
    const row = rowAt[column] ?? 0
    if (row !== 0) columnOf[row - 1] = column - 1
  }
  return columnOf
}
