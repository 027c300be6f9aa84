namespace ChatAuth.Gateway.Tests.Operations;

/// <summary>A systemd unit as its directives, <c>Section.Key</c> with every value that it is given.</summary>
internal sealed class UnitFile
{
    private readonly ILookup<string, string> _directives;

    public UnitFile(string text)
    {
        var section = "";
        var directives = new List<(string Key, string Value)>();
        foreach (var line in text.Split('\n').Where(line => line.Length > 0 && line[0] is not ('#' or ';')))
        {
            if (line[0] == '[') section = line.Trim('[', ']');
            else directives.Add(($"{section}.{line[..line.IndexOf('=', StringComparison.Ordinal)]}", line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..]));
        }
        _directives = directives.ToLookup(directive => directive.Key, directive => directive.Value);
    }

    public IEnumerable<string> Names => _directives.Select(directive => directive.Key);

    public IEnumerable<string> this[string directive] => _directives[directive];
}
