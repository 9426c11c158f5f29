import styles from './PlainField.module.css'

/** A text no labeler draws by itself: exactly as it is, in the reading column. */
export function PlainField({ text }: { text: string }) {
  return (
    <div className={styles.read} tabIndex={0} aria-label="Text of the item" role="region">
      <div className={styles.column}>
        {text.split(/\r\n|[\n\r\u2028\u2029]/).map((line, place) => (
          <p key={place} dir="auto">
            {line}
          </p>
        ))}
      </div>
    </div>
  )
}
