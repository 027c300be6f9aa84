using ChatAuth.Core.Sessions;
using ChatAuth.Testing;

namespace ChatAuth.Core.Tests.Sessions;

/// <summary><c>docs/session-states.md</c> is what the machine prints.</summary>
internal sealed class SessionMachinePrinterTests
{
    private const string Page = "docs/session-states.md";

    [Test]
    public void Page_has_the_diagram_that_the_machine_prints() =>
        GoldenFile.Matches(Page, "diagram", $"```mermaid\n{SessionMachinePrinter.PrintDiagram()}```\n");

    [Test]
    public void Page_has_the_table_that_the_machine_prints() => GoldenFile.Matches(Page, "table", SessionMachinePrinter.PrintTable());
}
