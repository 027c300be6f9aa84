using System.Text.RegularExpressions;
using ChatAuth.Core.Errors;
using ChatAuth.Testing;

namespace ChatAuth.Core.Tests.Errors;

/// <summary>The catalogue, its page, and who raises what.</summary>
internal sealed partial class ErrorCodeTests
{
    [Test]
    public void Page_describes_every_code() =>
        GoldenFile.Matches("docs/errors.md", "codes", string.Join('\n', ErrorCode.All.Select(Entry)));

    [Test]
    public void Id_is_the_name_in_kebab_case_and_unique()
    {
        var names = typeof(ErrorCode).GetProperties().Where(property => property.PropertyType == typeof(ErrorCode)).Select(property => Kebab.Of(property.Name));

        Assert.That(ErrorCode.All.Select(code => code.Id), Is.EquivalentTo(names).And.Unique);
    }

    [Test]
    public void Catalogue_has_no_code_that_nothing_names()
    {
        var named = Repository.List("src", "*.cs")
            .Where(path => !path.EndsWith("ErrorCode.Catalogue.cs", StringComparison.Ordinal))
            .SelectMany(path => Use().Matches(Repository.Read(path)))
            .Select(use => Kebab.Of(use.Groups[1].Value))
            .ToHashSet();

        Assert.That(ErrorCode.All.Where(code => !named.Contains(code.Id)), Is.Empty);
    }

    [Test]
    public void Message_and_remedy_are_sentences_for_people()
    {
        Assert.That(ErrorCode.All.Select(code => code.Message), Has.All.Match("^[A-Z].*[.]$"));
        Assert.That(ErrorCode.All.Select(code => code.Remedy), Has.All.Match("^(/model|chatauth) [-a-z0-9 ]+$|[.]$|: chatauth [-a-z ]+$"));
    }

    private static string Entry(ErrorCode code) =>
        $"## {code.Id}\n\n{code.Message}\n\n- What to do: {(IsCommand(code.Remedy) ? $"`{code.Remedy}`" : code.Remedy)}\n- Exit code {code.ExitCode}"
        + $"{(code.IsRetryable ? "; the same request can succeed later" : "")}\n";

    private static bool IsCommand(string remedy) => remedy.StartsWith('/') || remedy.StartsWith("chatauth ", StringComparison.Ordinal);

    [GeneratedRegex(@"\bErrorCode\.([A-Z]\w+)")]
    private static partial Regex Use();
}
