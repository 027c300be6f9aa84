using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using ChatAuth.Core;

namespace ChatAuth.Tests.Architecture;

/// <summary>Core has no file, socket, process, console, environment or clock of its own, and one door to randomness.</summary>
internal sealed partial class CoreTalksToNobodyTests
{
    /// <summary>What the compiler itself writes into an iterator.</summary>
    private const string OfIterators = "System.Environment.get_CurrentManagedThreadId";

    [Test]
    public void Compiled_core_calls_nothing_that_talks()
    {
        var calls = Calls().Where(call => call != OfIterators && Talks().IsMatch(call)).Distinct();

        Assert.That(calls, Is.EquivalentTo(new[]
        {
            "System.Security.Cryptography.RandomNumberGenerator.Fill",
            "System.TimeProvider.get_System",
        }));
    }

    [TestCase("RandomNumberGenerator", "src/ChatAuth.Core/Hosting/RandomIds.cs", Description = "Hosts hand in other ids; this is what they get when they do not.")]
    [TestCase(@"TimeProvider\.System", "src/ChatAuth.Core/Hosting/CoreServiceCollectionExtensions.cs", Description = "The same, for the clock.")]
    public void Exception_is_made_in_one_file(string door, string file)
    {
        var users = SourceFile.All.Where(source => source.Path.StartsWith("src/ChatAuth.Core/", StringComparison.Ordinal) && source.Names(door));

        Assert.That(users.Select(source => source.Path), Is.EqualTo(new[] { file }));
    }

    private static IEnumerable<string> Calls()
    {
        using var file = new PEReader(File.OpenRead(typeof(IChatAuth).Assembly.Location));
        var metadata = file.GetMetadataReader();
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind is not HandleKind.TypeReference) continue;
            var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
            yield return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}";
        }
    }

    [GeneratedRegex("""
        ^System\.IO\.|^System\.Net\.|^System\.Data\.|^Microsoft\.Data\.|^Microsoft\.Win32\.
        |^System\.(Console|Environment|Random|AppContext)\.
        |^System\.Diagnostics\.(Process|Stopwatch)
        |^System\.Security\.Cryptography\.RandomNumberGenerator\.
        |^System\.(DateTime|DateTimeOffset)\.get_(Utc)?(Now|Today)$|^System\.TimeProvider\.get_System$
        |^System\.Guid\.(NewGuid|CreateVersion7)$|^System\.Threading\.Thread\.Sleep$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Talks();
}
