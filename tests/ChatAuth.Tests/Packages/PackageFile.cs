using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace ChatAuth.Tests.Packages;

/// <summary>What a package holds.</summary>
internal sealed class PackageFile(string path) : IDisposable
{
    private readonly ZipArchive _archive = ZipFile.OpenRead(path);

    /// <summary>Paths in the package, without those that every package of the format has.</summary>
    public IReadOnlyList<string> Entries =>
        [.. _archive.Entries.Select(entry => entry.FullName).Where(entry => !entry.StartsWith("_rels/", StringComparison.Ordinal) && !entry.StartsWith("package/", StringComparison.Ordinal) && entry != "[Content_Types].xml")];

    /// <summary>What the package says of itself, without the names' space.</summary>
    public XElement Metadata
    {
        get
        {
            var document = XDocument.Load(new MemoryStream(Read(Entries.Single(entry => entry.EndsWith(".nuspec", StringComparison.Ordinal)))));
            foreach (var element in document.Descendants()) element.Name = element.Name.LocalName;
            return document.Root!.Element("metadata")!;
        }
    }

    public IEnumerable<string> Dependencies => Metadata.Descendants("dependency").Select(dependency => dependency.Attribute("id")!.Value);

    public byte[] Read(string entry)
    {
        using var stream = _archive.GetEntry(entry)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>The assemblies that one of the package's own refers to.</summary>
    public IReadOnlyList<string> ReferencesOf(string entry)
    {
        using var assembly = new PEReader(new MemoryStream(Read(entry)));
        var metadata = assembly.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name))];
    }

    /// <summary>The source files that symbols name.</summary>
    public IReadOnlyList<string> SourcesOf(string entry)
    {
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Read(entry)));
        var metadata = symbols.GetMetadataReader();
        return [.. metadata.Documents.Select(document => metadata.GetString(metadata.GetDocument(document).Name))];
    }

    public void Dispose() => _archive.Dispose();
}
