using System.Text.RegularExpressions;
using ChatAuth.Testing;

namespace ChatAuth.Tests.Architecture;

/// <summary>A source file of the products.</summary>
/// <param name="Path">Where it stands in the repository.</param>
/// <param name="Text">What it says.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    public static IReadOnlyList<SourceFile> All { get; } = [.. Repository.List("src", "*.cs").Select(path => new SourceFile(path, Repository.Read(path)))];

    /// <summary>The text without comments, and without what is in quotes.</summary>
    public string Code { get; } = NoCode().Replace(Text, match => match.Value.StartsWith('/') ? "" : "\"\"");

    public IReadOnlyList<string> Lines { get; } = Text.TrimEnd('\n').Split('\n');

    /// <summary>The types that stand directly in its namespace.</summary>
    public IEnumerable<string> TopLevelTypes => TypeDeclaration().Matches(Code).Select(match => match.Groups[1].Value);

    public bool Names(string word) => Regex.IsMatch(Code, $@"\b{word}\b");

    public override string ToString() => Path;

    [GeneratedRegex("""" """[\s\S]*?"""|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|//[^\n]*|/\*[\s\S]*?\*/ """", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NoCode();

    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly|ref|unsafe) )+(?:class|record struct|record|struct|interface|enum|delegate [^(]*?) ?\b(\w+)(?=[<({ \n:;])", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();
}
