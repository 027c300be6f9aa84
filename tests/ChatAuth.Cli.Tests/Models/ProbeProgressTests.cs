using ChatAuth.Cli.Models;

namespace ChatAuth.Cli.Tests.Models;

internal sealed class ProbeProgressTests
{
    [Test]
    public void Line_is_written_over_itself_and_ended_with_the_last()
    {
        var terminal = new StringWriter { NewLine = "\n" };
        var progress = new ProbeProgress(terminal, all: 2);

        progress.Count();
        progress.Count();

        Assert.That(terminal.ToString(), Is.EqualTo("\rProbes: 0 of 2\rProbes: 1 of 2\rProbes: 2 of 2\n"));
    }
}
