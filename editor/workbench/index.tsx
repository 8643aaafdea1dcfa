/** The workbench of one bundle. */
export function Workbench({ bundle }: { bundle: string }) {
  return (
    <div className="page">
      <h1>{bundle}</h1>
    </div>
  )
}
