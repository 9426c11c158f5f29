import { blocksOf, inlineParts } from './guideline-blocks.ts'
import styles from './Guidelines.module.css'

/** guidelines.md beside the item. Text only: what looks like HTML is shown as it is written. */
export function Guidelines({ text }: { text: string }) {
  if (text.trim() === '')
    return (
      <p className={styles.none}>
        This project has no guidelines. Write them into <span className="mono">guidelines.md</span> in its
        folder.
      </p>
    )
  return (
    <div className={styles.guidelines} dir="auto">
      {blocksOf(text).map((block, place) => {
        if (block.kind === 'list')
          return (
            <ul key={place}>
              {block.items.map((item, n) => (
                <li key={n}>
                  <Inline text={item} />
                </li>
              ))}
            </ul>
          )
        if (block.kind === 'heading')
          return (
            <h3 key={place}>
              <Inline text={block.text} />
            </h3>
          )
        if (block.kind === 'code') return <pre key={place}>{block.text}</pre>
        return (
          <p key={place}>
            <Inline text={block.text} />
          </p>
        )
      })}
    </div>
  )
}

function Inline({ text }: { text: string }) {
  return inlineParts(text).map((part, place) => {
    if (part.kind === 'bold') return <b key={place}>{part.text}</b>
    if (part.kind === 'emphasis') return <em key={place}>{part.text}</em>
    if (part.kind === 'text') return part.text
    return (
      <code key={place} className="mono">
        {part.text}
      </code>
    )
  })
}
