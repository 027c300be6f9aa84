namespace ChatAuth.Cli.Models;

/// <summary>One line of a terminal that counts the probes that are done. Thread-safe.</summary>
internal sealed class ProbeProgress
{
    private readonly Lock _lock = new();
    private readonly TextWriter _terminal;
    private readonly int _all;
    private int _done;

    public ProbeProgress(TextWriter terminal, int all)
    {
        (_terminal, _all) = (terminal, all);
        Write();
    }

    /// <summary>One more is done.</summary>
    public void Count()
    {
        lock (_lock)
        {
            _done++;
            Write();
        }
    }

    private void Write()
    {
        _terminal.Write($"\rProbes: {_done} of {_all}");
        if (_done == _all) _terminal.WriteLine();
        _terminal.Flush();
    }
}
