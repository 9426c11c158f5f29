import { type DragEvent, useState } from 'react'
import { useDesk } from '../../shell/desk-context.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/Icon.tsx'
import styles from './HomeScreen.module.css'

/** Takes a project folder or data. Main reads what was dropped; the window sees only its path. */
export function DropTarget() {
  const desk = useDesk()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const paths = [...event.dataTransfer.files]
      .map(file => desk.client.pathOf(file))
      .filter(path => path !== '')
    void desk.inspect(paths)
  }
  return (
    <button
      className={classNames(styles.drop, over && styles.over)}
      onClick={() => void desk.pickFiles()}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="folder" />
      <span>
        <b>Drop a folder here</b>, or texts, pictures, recordings, tables (CSV, TSV, JSON, JSONL, parquet). Or
        click to choose. Nothing is sent anywhere.
      </span>
    </button>
  )
}
