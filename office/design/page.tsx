import { useEffect, type ReactNode } from 'react'

import './page.css'

type Props = { title: string; note?: ReactNode; acts?: ReactNode; narrow?: boolean; children: ReactNode }

/** The ground of every page: its title, what may be done with the whole of it, and its panels. */
export function Page({ title, note, acts, narrow, children }: Props) {
  useEffect(() => {
    document.title = `${title} · 进农家`
  }, [title])
  return (
    <div className={`page ${narrow ? 'page-narrow' : ''}`}>
      <div className="page-top">
        <h1>{title}</h1>
        {note && <div className="page-note">{note}</div>}
        {acts && <div className="page-acts">{acts}</div>}
      </div>
      {children}
    </div>
  )
}

/** A white card with a heading. */
export const Panel = ({ title, note, children }: { title?: string; note?: ReactNode; children: ReactNode }) => (
  <section className="panel">
    {title && (
      <h2 className="panel-title">
        {title}
        {note && <small>{note}</small>}
      </h2>
    )}
    {children}
  </section>
)
